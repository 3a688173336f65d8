import Images
import Testing

@testable import Rendering

@Suite("A picture cut out of its background", .timeLimit(.minutes(15)))
struct CutOutTests {
  private static let size = PixelSize(160, 120)
  private let picture = EditPicture(source: nil, mask: nil, size: Self.size, facts: .sample())

  private func pixels() -> [UInt8] {
    var cutOut = CutOut(picture)
    var all: [UInt8] = []
    var row = [UInt8](repeating: 7, count: cutOut.layout.rowLength)
    for y in 0..<Self.size.height {
      cutOut.fill(row: &row, at: y)
      all += row
    }
    return all
  }

  @Test("What is opaque has the picture's colours, what is transparent has none")
  func colours() {
    let (cut, whole) = (pixels(), picture.pixels)
    var opaque = 0
    for index in 0..<Self.size.width * Self.size.height {
      let colour = Array(cut[index * 4..<index * 4 + 3])
      if cut[index * 4 + 3] == 0 { #expect(colour == [0, 0, 0]) } else { #expect(colour == Array(whole[index * 3..<index * 3 + 3])) }
      if cut[index * 4 + 3] == 255 { opaque += 1 }
    }
    let share = Double(opaque) / Double(Self.size.width * Self.size.height)
    #expect(0.7..<0.95 ~= share)
  }

  @Test("The caption is opaque to its corners, the corners above are transparent")
  func corners() {
    let cut = pixels()
    let alpha = { (x: Int, y: Int) in cut[(y * Self.size.width + x) * 4 + 3] }
    for x in [0, Self.size.width - 1] {
      #expect(alpha(x, 0) == 0)
      #expect(alpha(x, picture.captionTop) == 255 && alpha(x, Self.size.height - 1) == 255)
    }
  }

  @Test("The left half mirrors the right one")
  func symmetry() {
    let cut = pixels()
    for y in 0..<Self.size.height {
      let alphas = (0..<Self.size.width).map { cut[(y * Self.size.width + $0) * 4 + 3] }
      #expect(alphas == alphas.reversed())
    }
  }
}
