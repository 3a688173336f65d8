import Support
import Testing

@Suite("Fingerprints are XXH3 of 128 bits, whatever the processor", .timeLimit(.minutes(15)))
struct FingerprintTests {
  /// As xxHash's own program has them; XXH3 takes another way from 17, 129 and 241 bytes on.
  @Test(
    "The last 32 bits",
    arguments: [
      (0, 0x468d_497f), (1, 0x074e_ecdb), (17, 0xded9_0c3c), (200, 0xd145_ccd6), (241, 0x6f00_52e8),
      (1_024, 0x238a_ddb4), (5_000, 0x6d13_8bd8), (100_000, 0x0184_97ff),
    ])
  func known(count: Int, checksum: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + ($0 >> 8)) }
    #expect(Int(Fingerprint(bytes, in: 0..<count).checksum) == checksum)
  }

  @Test("Only the range counts, wherever it lies")
  func range() {
    let bytes = (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for start in [1, 3, 64, 700] {
      #expect(Fingerprint(bytes, in: start..<start + 2_000) == Fingerprint(Array(bytes[start..<start + 2_000]), in: 0..<2_000))
      #expect(Fingerprint(bytes, in: start..<start + 2_000) != Fingerprint(bytes, in: start..<start + 2_001))
    }
  }
}
