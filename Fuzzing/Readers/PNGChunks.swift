/// A PNG as its chunks, whose checksums can be put right: a changed byte would otherwise never get further than to them.
struct PNGChunks {
  struct Chunk {
    var type: [UInt8]
    var data: [UInt8]
  }

  private(set) var chunks: [Chunk] = []

  /// nil when it does not begin as one. A last chunk that is cut off is completed.
  init?(_ file: [UInt8]) {
    guard file.starts(with: Self.signature) else { return nil }
    var rest = file.dropFirst(8)
    while rest.count >= 8 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      let type = Array(rest.dropFirst(4).prefix(4))
      let data = rest.dropFirst(8).prefix(length)
      chunks.append(Chunk(type: type, data: Array(data)))
      rest = rest.dropFirst(12 + data.count)
    }
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// With every checksum right.
  var file: [UInt8] {
    chunks.reduce(into: Self.signature) { file, chunk in
      let named = chunk.type + chunk.data
      file += Self.bigEndian(UInt32(chunk.data.count)) + named + Self.bigEndian(Checksum.crc32(named))
    }
  }

  /// With the checksum of its image data right, where that is not compressed: what is, no change leaves readable.
  func withSoundData() -> PNGChunks {
    var sound = self
    guard let last = chunks.lastIndex(where: { $0.type == Self.imageData }) else { return self }
    let stream = chunks.filter { $0.type == Self.imageData }.flatMap(\.data)
    guard let stored = StoredDeflate(stream), stored.end + 4 <= stream.count else { return self }
    let surplus = stream.count - stored.end - 4
    let checksum = chunks[last].data.count - surplus - 4
    guard checksum >= 0 else { return self }
    sound.chunks[last].data.replaceSubrange(checksum..<checksum + 4, with: Self.bigEndian(stored.adler32))
    return sound
  }

  /// With so many bytes behind its image data in a chunk of their own.
  func withSurplusData(_ count: Int) -> PNGChunks {
    var longer = self
    if let last = chunks.lastIndex(where: { $0.type == Self.imageData }) {
      longer.chunks.insert(Chunk(type: Self.imageData, data: [UInt8](repeating: 0, count: count)), at: last + 1)
    }
    return longer
  }

  private static let imageData = Array("IDAT".utf8)

  private static func bigEndian(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
}

/// A zlib stream of stored blocks only.
struct StoredDeflate {
  /// Where the last block ends.
  private(set) var end = 2
  private(set) var adler32: UInt32 = 1

  init?(_ stream: [UInt8]) {
    var isLast = false
    while !isLast {
      guard end + 5 <= stream.count, stream[end] <= 1 else { return nil }
      isLast = stream[end] == 1
      let length = Int(stream[end + 1]) | Int(stream[end + 2]) << 8
      let data = stream.dropFirst(end + 5).prefix(length)
      guard data.count == length else { return nil }
      add(data)
      end += 5 + length
    }
  }

  private mutating func add(_ data: ArraySlice<UInt8>) {
    var (low, high) = (adler32 & 0xFFFF, adler32 >> 16)
    for byte in data {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    adler32 = high << 16 | low
  }
}
