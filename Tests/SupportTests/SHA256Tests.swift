import Support
import Testing

@Suite("SHA-256", .timeLimit(.minutes(15)))
struct SHA256Tests {
  /// FIPS 180-4's examples, the empty message, and the million times "a".
  static let vectors: [(message: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ([UInt8](repeating: 0x61, count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test("Known messages have their known digests", arguments: vectors)
  func knownDigest(message: [UInt8], digest: String) {
    #expect(SHA256Digest.of(message).description == digest)
    #expect(SHA256Digest.of(message).bytes.count == SHA256Digest.length)
  }

  @Test("The pieces do not matter, only their concatenation", arguments: [0, 1, 3, 63, 64, 65, 200])
  func pieces(first: Int) {
    let message = (0..<200).map { UInt8($0) }
    var hasher = SHA256Hasher()
    hasher.update(Array(message.prefix(first)))
    hasher.update(Array(message.dropFirst(first)))
    #expect(hasher.finish() == SHA256Digest.of(message))
  }

  @Test("Text is hashed as UTF-8")
  func text() {
    var hasher = SHA256Hasher()
    hasher.update("그림을 ")
    hasher.update("바꿔 줘")
    #expect(hasher.finish() == SHA256Digest.of(Array("그림을 바꿔 줘".utf8)))
    #expect(SHA256Digest.of("abc") == SHA256Digest.of(Array("abc".utf8)))
  }

  @Test("A hasher that took nothing gives the digest of the empty message, and one may be dropped unfinished")
  func untouched() {
    #expect(SHA256Hasher().finish() == SHA256Digest.of([]))
    var dropped = SHA256Hasher()
    dropped.update("x")
  }

  @Test("Digests differ where messages do")
  func distinct() {
    #expect(Set((0...255).map { SHA256Digest.of([$0]) }).count == 256)
  }
}
