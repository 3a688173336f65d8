import Images
import Testing

@testable import Rendering

@Suite("Colours", .timeLimit(.minutes(15)))
struct ColourTests {
  @Test(
    "the last colour word of a prompt is taken literally",
    arguments: [
      ("Turn the red car blue", NamedPalette.blue), ("BLUE!", .blue), ("roses", .rose), ("a sunset, please", .dusk), ("hundred", nil),
      ("redo it", nil), ("", nil), ("하늘을 노을로 바꿔 주세요", .dusk), ("빨간 차를 파란색으로", .blue), ("배경을 제거하고 흰색 배경으로 교체", .white),
      ("밤하늘", .night), ("하늘색", .sky), ("make it gold 바다", .blue), ("red" + String(repeating: "x", count: 100), nil),
    ])
  func words(prompt: String, palette: NamedPalette?) {
    #expect(ColourWords(prompt).last == palette)
  }

  @Test("the first variation of seed 0 prints the asked colour in flat steps")
  func honoured() {
    #expect(PrintPlan(.sample(prompt: "red")).palette == NamedPalette.red.palette)
    #expect(PrintPlan(.sample(prompt: "red")).pattern == .flat)
  }

  @Test("neighbouring variations change both the palette and the pattern", arguments: 0..<9)
  func neighbours(variation: Int) {
    let one = PrintPlan(.sample(prompt: "red", variation: variation))
    let next = PrintPlan(.sample(prompt: "red", variation: variation + 1))
    #expect(one.palette.tint != next.palette.tint && one.pattern != next.pattern)
  }

  @Test("every ramp only ever gets lighter, from the shadow over the tint to the paper", arguments: NamedPalette.allCases)
  func ramps(named: NamedPalette) {
    let tones = Ramp(named.palette).tones
    #expect(tones.count == Ramp.steps)
    #expect(tones.first == named.palette.shadow && tones.last == named.palette.paper && tones.contains(named.palette.tint))
    #expect(zip(tones, tones.dropFirst()).allSatisfy { $0.luminance < $1.luminance })
  }

  @Test("turning a colour by a third of the wheel moves its channels on, and a whole turn is nothing")
  func turning() {
    let red = RGB(0xff0000)
    #expect(red.turned(byDegrees: 120) == RGB(0x00ff00))
    #expect(red.turned(byDegrees: -120) == RGB(0x0000ff))
    #expect(red.turned(byDegrees: 60) == RGB(0xffff00))
    #expect(red.turned(byDegrees: 3600) == red)
    #expect(RGB(0x808080).turned(byDegrees: 90) == RGB(0x808080))
  }

  @Test("levels stretch a dull picture and leave a uniform one alone")
  func levels() {
    var dull = Array(repeating: 0, count: 256)
    for value in 60..<190 { dull[value] = 10 }
    let table = Levels(histogram: dull).table
    #expect(table[61] == 0 && table[188] == 255 && abs(Int(table[125]) - 128) <= 3)
    for value in [0, 40, 128, 255] {
      var uniform = Array(repeating: 0, count: 256)
      uniform[value] = 1000
      #expect(Levels(histogram: uniform).table[value] == UInt8(value))
    }
    #expect(Levels(histogram: Array(repeating: 0, count: 256)) == .identity)
  }

  @Test("noise of a few levels is not blown up beyond the limit")
  func noise() {
    var histogram = Array(repeating: 0, count: 256)
    for value in 120...123 { histogram[value] = 10 }
    let table = Levels(histogram: histogram).table
    #expect(Int(table[123]) - Int(table[120]) <= 9)
  }

  @Test("the hash is FNV-1a")
  func hash() {
    var hash = StableHash()
    for byte in "foobar".utf8 { hash.combine(byte) }
    #expect(hash.state == 0x8594_4171_f739_67e8)
  }

  @Test("halftones are balanced tiles: they neither lighten nor darken much", arguments: Halftone.Pattern.allCases, [4, 5, 8, 13])
  func halftones(pattern: Halftone.Pattern, cell: Int) {
    let halftone = Halftone(pattern, cell: cell)
    #expect(halftone.offsets.count == halftone.side * halftone.side)
    #expect(halftone.offsets.allSatisfy { (-255...255).contains($0) })
    #expect(abs(halftone.offsets.reduce(0) { $0 + Int($1) } / halftone.offsets.count) <= 12)
  }
}
