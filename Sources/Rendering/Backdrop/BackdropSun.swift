internal import Images

/// A disc of paper with a fainter ring around it. Lengths are in 1/16 pixel.
struct BackdropSun: Sendable {
  private let x: Int
  private let y: Int
  private let radius: Int

  init(_ random: inout StableRandom, size: PixelSize) {
    let unit = min(size.width, size.height) * 16
    x = size.width * 16 * random.next(in: 28...72) / 100
    y = size.height * 16 * random.next(in: 26...46) / 100
    radius = unit * random.next(in: 13...20) / 100
  }

  func draw(_ row: Int, on pixels: inout [UInt8]) {
    draw(row, radius: radius * 17 / 10, luminance: 14, adds: true, on: &pixels)
    draw(row, radius: radius * 13 / 10, luminance: 16, adds: true, on: &pixels)
    draw(row, radius: radius, luminance: 252, adds: false, on: &pixels)
  }

  private func draw(_ row: Int, radius: Int, luminance: Int, adds: Bool, on pixels: inout [UInt8]) {
    let down = row * 16 + 8 - y
    guard abs(down) < radius else { return }
    let half = (radius * radius - down * down).squareRootRoundedDown
    let first = max((x - half) >> 4, 0)
    let last = min((x + half) >> 4, pixels.count - 1)
    guard first <= last else { return }
    for index in first...last {
      let share = min(min(index * 16 + 16, x + half) - max(index * 16, x - half), 16)
      let old = Int(pixels[index])
      let new = adds ? old + luminance : luminance
      pixels[index] = UInt8(clamping: old + (new - old) * max(share, 0) / 16)
    }
  }
}
