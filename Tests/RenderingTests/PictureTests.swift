import Images
import Testing

@testable import Rendering

@Suite("The picture is a pure function of what was asked", .timeLimit(.minutes(15)))
struct PictureTests {
  private let size = PixelSize(160, 120)

  private func picture(_ facts: EditFacts, source: Bool = true) -> EditPicture {
    let canvas = SourceCanvas.drawn(90, 90, fitting: size, pixel: scenery)
    return EditPicture(source: source ? canvas : nil, mask: nil, size: size, facts: facts)
  }

  @Test("the same facts give the same pixels", arguments: [true, false])
  func repeatable(source: Bool) {
    #expect(picture(.sample(), source: source).pixels == picture(.sample(), source: source).pixels)
  }

  @Test("the first ten variations all differ, with and without a source", arguments: [true, false], [UInt64(0), 1, 7])
  func variations(source: Bool, seed: UInt64) {
    let top = { (facts: EditFacts) in picture(facts, source: source).pixels.prefix(160 * 3 * 30) }
    let pictures = (0..<10).map { top(.sample(prompt: "make it red", seed: seed, variation: $0)) }
    for first in pictures.indices {
      for second in pictures.indices where second > first { #expect(pictures[first] != pictures[second], "\(first) and \(second)") }
    }
  }

  @Test("another prompt, seed, model or detail gives another picture")
  func differences() {
    let facts = EditFacts.sample()
    var others = [EditFacts.sample(prompt: "a busy street"), .sample(seed: 1), .sample(variation: -1)]
    others.append(facts)
    others[3].model = "qwen-edit"
    others.append(facts)
    others[4].details = ["16:9", "1K", "jpeg"]
    for other in others { #expect(picture(facts).pixels != picture(other).pixels) }
  }

  @Test("prompts that differ only where the caption has cut them have different identicons")
  func cutPrompts() {
    let long = String(repeating: "and then some more of it ", count: 200)
    #expect(Identicon(.sample(prompt: long + "a")) != Identicon(.sample(prompt: long + "b")))
  }

  @Test("flat steps print at most sixteen tones")
  func tones() {
    let picture = picture(.sample())
    let rows = picture.pixels.prefix(160 * 3 * 40)
    let colours = Set(stride(from: 0, to: rows.count, by: 3).map { [rows[$0], rows[$0 + 1], rows[$0 + 2]] })
    #expect((2...16).contains(colours.count))
  }

  @Test("a uniform source prints as one tone", arguments: [UInt8(0), 60, 128, 200, 255])
  func uniform(value: UInt8) {
    let canvas = SourceCanvas.drawn(8, 8, fitting: size) { _, _ in [value, value, value] }
    let rows = EditPicture(source: canvas, mask: nil, size: size, facts: .sample()).pixels.prefix(160 * 3 * 40)
    #expect(stride(from: 3, to: rows.count, by: 3).allSatisfy { rows[$0] == rows[0] && rows[$0 + 1] == rows[1] })
  }

  @Test("every small size renders", arguments: 1...40)
  func smallSizes(width: Int) {
    for height in 1...40 {
      let size = PixelSize(width, height)
      let canvas = SourceCanvas.drawn(7, 5, fitting: size, pixel: scenery)
      for (source, variation) in [(Optional(canvas), 0), (nil, 1), (canvas, 4)] {
        let picture = EditPicture(source: source, mask: nil, size: size, facts: .sample(variation: variation))
        #expect(picture.pixels.count == width * height * 3)
      }
    }
  }

  @Test("sizes that cannot be drawn give an empty picture", arguments: [PixelSize(0, 0), PixelSize(-3, 9), PixelSize(1 << 40, 2)])
  func impossible(size: PixelSize) {
    #expect(EditPicture(source: nil, mask: nil, size: size, facts: .sample()).layout.size == PixelSize(0, 0))
  }

  @Test("rows of the wrong length or place are left alone")
  func wrongRows() {
    var row: [UInt8] = [1, 2, 3]
    picture(.sample()).fill(row: &row, at: 0)
    #expect(row == [1, 2, 3])
    var full = Array(repeating: UInt8(9), count: 160 * 3)
    picture(.sample()).fill(row: &full, at: 120)
    picture(.sample()).fill(row: &full, at: -1)
    #expect(full.allSatisfy { $0 == 9 })
  }
}
