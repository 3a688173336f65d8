import Images
import Testing

@testable import Rendering

/// Pixels that must never change unnoticed: tests of other projects may pin what they get for a seed.
@Suite("Goldens", .timeLimit(.minutes(15)))
struct GoldenTests {
  struct Golden: Sendable, CustomTestStringConvertible {
    var size: PixelSize
    var prompt: String
    var seed: UInt64 = 0
    var variation = 0
    var hasSource = true
    var isMasked = false
    var digest: UInt64

    var testDescription: String { "\(size) \(prompt) seed \(seed) variation \(variation)" }

    var picture: EditPicture {
      let source = SourceCanvas.drawn(120, 90, fitting: size, keepsColour: isMasked, pixel: scenery)
      let mask = MaskCanvas.drawn(size) { x, y in UInt8(truncatingIfNeeded: min((x + y) * 2, 255)) }
      let facts = EditFacts.sample(prompt: prompt, seed: seed, variation: variation)
      return EditPicture(source: hasSource ? source : nil, mask: isMasked ? mask : nil, size: size, facts: facts)
    }
  }

  @Test(
    "the digests of the rendered pixels are pinned",
    arguments: [
      Golden(size: PixelSize(160, 120), prompt: "make it blue", digest: 0x74bd_e718_a033_79fd),
      Golden(size: PixelSize(120, 90), prompt: "make it blue", isMasked: true, digest: 0x65b2_523d_93d7_c07e),
      Golden(size: PixelSize(256, 256), prompt: "하늘을 노을로 바꿔 주세요 🎉", digest: 0x4dab_1dd4_9d7b_f4b9),
      Golden(size: PixelSize(90, 160), prompt: "", seed: 7, digest: 0xd3f7_c0ab_61ff_0192),
      Golden(size: PixelSize(210, 90), prompt: "hills", variation: 1, hasSource: false, digest: 0xa4b2_a739_324f_918a),
      Golden(size: PixelSize(210, 90), prompt: "mountains", variation: 2, hasSource: false, digest: 0xe6d9_fb2c_7987_cead),
      Golden(size: PixelSize(210, 90), prompt: "sea", seed: 1, variation: 3, hasSource: false, digest: 0xae65_1d6d_2ebb_6078),
      Golden(size: PixelSize(64, 64), prompt: "“naïve” café", variation: 4, digest: 0x7921_4f21_1012_93b3),
      Golden(size: PixelSize(256, 256), prompt: "하늘을 노을로 바꿔 주세요", digest: 0xa3b8_2691_d57a_d4b7),
      Golden(size: PixelSize(512, 512), prompt: "“naïve” café…", digest: 0x74c0_80a3_2177_2a01),
      Golden(size: PixelSize(1024, 1024), prompt: "ÀÉÎÕÜ ßæø€ × → ★ 、。「」", digest: 0x5137_dc37_1593_d8da),
      Golden(size: PixelSize(512, 512), prompt: "한\u{1100}\u{1173}\u{11af} ㄱㄳ", digest: 0x44a9_ffff_4b5b_3757),
      Golden(size: PixelSize(512, 512), prompt: "make it blue", digest: 0xb301_5a61_b7ba_7422),
    ])
  func digests(golden: Golden) {
    #expect(golden.picture.digest == golden.digest)
  }

  @Test("four pixels, spelled out: shadow, two tones, paper")
  func pixels() {
    let source = SourceCanvas.drawn(4, 1, fitting: PixelSize(4, 1)) { x, _ in Array(repeating: [0, 90, 150, 255][x], count: 3) }
    let picture = EditPicture(source: source, mask: nil, size: PixelSize(4, 1), facts: .sample(prompt: "blue"))
    #expect(picture.pixels == [43, 10, 51, 58, 102, 224, 135, 158, 226, 251, 243, 228])
  }

  @Test("the letter T at 8 pixels, spelled out")
  func letter() {
    var canvas = CoverageCanvas(width: 8, height: 10)
    var pen = Pen(size: TextSize(capHeight: 8), x: 1, top: 0)
    pen.draw("T", on: &canvas)
    let art = (0..<10).map { y in String((0..<8).map { x in canvas.coverage[y * 8 + x] > 127 ? "#" : "." as Character }) }
    #expect(
      art == [".######.", "...#....", "...#....", "...#....", "...#....", "...#....", "...#....", "...#....", "...#....", "........"])
  }
}
