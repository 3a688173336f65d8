import Images
import Testing

@testable import FuzzReaders

@Suite("Checksums of a PNG are put right", .timeLimit(.minutes(30)))
struct PNGChunksTests {
  private func pixels(_ file: [UInt8]) throws -> [UInt8]? { try DecoderProperty.decode(file, .png).pixels }

  @Test("A changed sample is read once both checksums over it are right")
  func changed() throws {
    let input = try #require(try FuzzingFolder.inputs(of: "png", in: "corpora").first { $0.name == "rgba-8" }?.bytes)
    let sound = try #require(try pixels(input))
    var changed = input
    // The last sample: behind it are the Adler-32, the CRC and IEND.
    changed[input.count - 21] ^= 1
    #expect(try pixels(changed) == nil)
    let chunks = try #require(PNGChunks(changed))
    #expect(try pixels(chunks.file) == nil)
    let mended = try #require(try pixels(chunks.withSoundData().file))
    #expect(mended != sound && mended.dropLast() == sound.dropLast())
  }
}
