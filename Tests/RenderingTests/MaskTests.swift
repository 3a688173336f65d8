import Images
import Testing

@testable import Rendering

@Suite("A mask says where the edit shows", .timeLimit(.minutes(15)))
struct MaskTests {
  private let size = PixelSize(48, 30)

  private func pixels(_ mask: MaskCanvas?) -> [UInt8] {
    let source = SourceCanvas.drawn(48, 30, fitting: size, keepsColour: true, pixel: scenery)
    return EditPicture(source: source, mask: mask, size: size, facts: .sample()).pixels
  }

  private var original: [UInt8] {
    (0..<30).flatMap { y in (0..<48).flatMap { scenery($0, y) } }
  }

  @Test("alpha 255 keeps the source exactly, alpha 0 shows the print exactly")
  func halves() {
    // The levels follow what is edited, so the print is that of a mask which edits this half.
    let masked = pixels(.drawn(size) { x, _ in x < 24 ? 0 : 255 })
    let differing = original.indices.filter { masked[$0] != original[$0] }.map { $0 / 3 % 48 }
    #expect(differing.allSatisfy { $0 < 24 })
    #expect(Set(differing).count == 24)
  }

  @Test("a mask of 255 everywhere gives the source back, one of 0 the whole print")
  func extremes() {
    #expect(pixels(.drawn(size) { _, _ in 255 }) == original)
    #expect(pixels(.drawn(size) { _, _ in 0 }) == pixels(nil))
  }

  @Test("alpha between blends, rounded to nearest")
  func blending() {
    let print = pixels(.drawn(size) { _, _ in 0 })
    let blended = pixels(.drawn(size) { _, _ in 100 })
    for index in original.indices {
      let exact = Int(print[index]) * 155 + Int(original[index]) * 100
      #expect(abs(Int(blended[index]) * 255 - exact) <= 128)
    }
  }

  @Test("a mask without alpha channel keeps everything")
  func opaque() {
    var mask = MaskCanvas(fitting: size)
    mask.feed(width: 48, height: 30) { _, _ in [0, 0, 0] }
    #expect(pixels(mask) == original)
  }

  @Test("a mask for another size is not used")
  func otherSize() {
    #expect(pixels(.drawn(PixelSize(4, 4)) { _, _ in 255 }) == pixels(nil))
  }

  @Test("the caption lies over the original as well")
  func caption() {
    let size = PixelSize(128, 128)
    let source = SourceCanvas.drawn(128, 128, fitting: size, keepsColour: true) { _, _ in [200, 10, 10] }
    let picture = EditPicture(source: source, mask: .drawn(size) { _, _ in 255 }, size: size, facts: .sample()).pixels
    #expect(picture[0..<3] == [200, 10, 10])
    #expect(picture.suffix(3) == [11, 11, 16])
  }
}
