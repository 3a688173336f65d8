internal import CDeflate

/// CRC-32, as chunks of a PNG have it.
package enum Checksum {
  package static func crc32(_ bytes: [UInt8]) -> UInt32 { unsafe libdeflate_crc32(0, bytes, bytes.count) }
}
