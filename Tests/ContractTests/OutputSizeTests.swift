import Images
import Testing

@testable import Contract

@Suite("The size of the output", .timeLimit(.minutes(15)))
struct OutputSizeTests {
  @Test(
    "Venice's size depends on ratio and tier",
    arguments: [
      ("1:1", "1K", "1024x1024"), ("16:9", "1K", "1376x768"), ("9:16", "1K", "768x1376"), ("16:9", "2K", "2752x1536"),
      ("1:1", "4K", "4096x4096"), ("21:9", "1K", "1584x672"), ("2:1", "1K", "1456x720"), ("19.5:9", "1K", "1504x688"),
    ])
  func venice(ratio: String, tier: String, size: String) {
    #expect("\(VeniceOutputSize.size(ratio: ratio, tier: tier))" == size)
  }

  @Test(
    "A bound on the area gives the largest sides in steps of 16 within it, and changes nothing below it",
    arguments: [
      ("1:1", "4K", "2880x2880"), ("16:9", "4K", "3840x2160"), ("3:2", "4K", "3520x2336"), ("2:3", "4K", "2336x3520"),
      ("4:3", "4K", "3312x2480"), ("21:9", "4K", "4384x1872"), ("1:1", "2K", "2048x2048"), ("16:9", "2K", "2752x1536"),
      ("3:2", "1K", "1264x848"),
    ])
  func bounded(ratio: String, tier: String, size: String) {
    #expect("\(VeniceOutputSize.size(ratio: ratio, tier: tier, maximumArea: 8_294_400))" == size)
  }

  @Test("No model of the family of gpt-image-2-edit draws more than 8,294,400 pixels", arguments: VeniceContracts.all)
  func family(day: ContractDate) {
    let family = VeniceModels.all(on: day).filter { $0.id.hasPrefix("gpt-image-2-") }
    #expect(family.count == (day == VeniceContracts.newest ? 5 : 1))
    for model in family {
      for ratio in VeniceModels.requestRatios(on: day) where ratio != "auto" {
        let size = VeniceOutputSize.size(ratio: ratio, tier: "4K", maximumArea: model.maximumOutputArea)
        #expect(size.area <= 8_294_400, "\(model.id) \(ratio): \(size)")
      }
    }
    #expect(VeniceModels.model("nano-banana-2-edit", on: day)?.maximumOutputArea == nil)
  }

  @Test(
    "Venice's nearest ratio is the one with the smallest factor between",
    arguments: [
      (1024, 1024, "1:1"), (1920, 1080, "16:9"), (1080, 1920, "9:16"), (640, 480, "3:2"), (100, 5000, "9:16"), (5000, 100, "21:9"),
      (33_177_600, 1, "21:9"), (800, 1000, "4:5"),
    ])
  func nearest(width: Int, height: Int, ratio: String) {
    let ratios = VeniceModels.requestRatios().filter { $0 != "auto" }
    #expect(VeniceOutputSize.nearestRatio(to: PixelSize(width: width, height: height), among: ratios) == ratio)
  }

  @Test(
    "Each family of DGrid's models accepts sizes of its own",
    arguments: [
      ("dall-e-2", "512x512", true), ("dall-e-2", "1536x1024", false), ("dall-e-2", "auto", false), ("gpt-image-1", "auto", true),
      ("gpt-image-1", "512x512", false), ("openai/gpt-image-1", "1536x1024", true), ("gpt-image-2", "1600x640", true),
      ("gpt-image-2", "576x1024", false), ("gpt-image-2", "3840x3840", false), ("gpt-image-2", "1601x640", false),
      ("gpt-image-2", "3840x1024", false), ("wanx-v1", "300x200", true), ("wanx-v1", "0x200", false),
      ("wanx-v1", "99999x99999", false), ("wanx-v1", "1024X1024", false), ("wanx-v1", "1024×1024", false), ("wanx-v1", "+1x1", false),
      ("wanx-v1", "1024x", false), ("wanx-v1", "01x1", false), (nil, "256x256", true), (nil, "x", false),
    ] as [(String?, String, Bool)])
  func sizes(model: String?, size: String, isAccepted: Bool) {
    #expect((DGridSize.problem(size, DGridModel(model)) == nil) == isAccepted)
  }
}
