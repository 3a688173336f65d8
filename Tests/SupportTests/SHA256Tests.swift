import Support
import Testing

@Suite("SHA-256", .timeLimit(.minutes(15)))
struct SHA256Tests {
  /// A text, repeated: a test's name in a log holds the text once, not a million times.
  struct Message: Sendable {
    let text: String
    var times = 1

    var bytes: [UInt8] { Array(String(repeating: text, count: times).utf8) }
  }

  /// The examples of FIPS 180-4, the empty message, and "a" a million times.
  static let vectors: [(message: Message, digest: String)] = [
    (Message(text: ""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Message(text: "abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Message(text: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (Message(text: "a", times: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test("Known messages have their known digests", arguments: vectors)
  func knownDigest(message: Message, digest: String) {
    #expect(SHA256Digest.of(message.bytes).description == digest)
    #expect(SHA256Digest.of(message.bytes).bytes.count == SHA256Digest.length)
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
