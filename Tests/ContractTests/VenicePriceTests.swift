import Contract
import Formats
import HTTPMessage
import Testing

@Suite("The price of an edit at Venice", .timeLimit(.minutes(15)))
struct VenicePriceTests {
  @Test(
    "An edit has the model's own price, in micro-dollars",
    arguments: [
      ("firered-image-edit", 40_000), ("qwen-edit", 40_000), ("qwen-edit-uncensored", 40_000), ("grok-imagine-edit", 40_000),
      ("grok-imagine-quality-edit", 100_000), ("qwen-image-2-edit", 50_000), ("qwen-image-2-pro-edit", 100_000),
      ("wan-2-7-pro-edit", 94_000), ("flux-2-max-edit", 190_000), ("gpt-image-2-edit", 360_000), ("gpt-image-1-5-edit", 360_000),
      ("nano-banana-2-edit", 100_000), ("nano-banana-pro-edit", 180_000), ("seedream-v5-lite-edit", 50_000), ("seedream-v4-edit", 50_000),
    ])
  func ofModels(id: String, price: Int) throws {
    #expect(try #require(VeniceModels.model(id)).price(tier: nil, quality: nil) == price)
  }

  @Test(
    "An edit in a tier has the tier's price, where tiers are priced",
    arguments: [
      ("grok-imagine-edit", "1K", 40_000), ("grok-imagine-edit", "2K", 60_000), ("grok-imagine-quality-edit", "2K", 120_000),
      ("wan-2-7-pro-edit", "2K", 94_000), ("nano-banana-2-edit", "1K", 100_000), ("nano-banana-2-edit", "2K", 140_000),
      ("nano-banana-2-edit", "4K", 190_000), ("nano-banana-pro-edit", "2K", 230_000), ("nano-banana-pro-edit", "4K", 350_000),
      ("firered-image-edit", "1K", 40_000),
    ])
  func ofTiers(id: String, tier: String, price: Int) throws {
    #expect(try #require(VeniceModels.model(id)).price(tier: tier, quality: nil) == price)
  }

  @Test(
    "An edit has the price of the quality matrix, whether `quality` is sent or not",
    arguments: [
      (nil, "low", 30_000), (nil, "medium", 100_000), (nil, "high", 360_000), ("2K", "low", 40_000), ("2K", "medium", 150_000),
      ("2K", "high", 530_000), ("4K", "low", 60_000), ("4K", "medium", 220_000), ("4K", "high", 860_000), ("4K", nil, 860_000),
      ("2K", nil, 530_000),
    ] as [(String?, String?, Int)])
  func ofQualities(tier: String?, quality: String?, price: Int) throws {
    #expect(try #require(VeniceModels.model("gpt-image-2-edit")).price(tier: tier, quality: quality) == price)
  }

  @Test(
    "An edit is charged for its one image where the price includes none",
    arguments: [
      ("grok-imagine-edit", "1K", 32_300), ("grok-imagine-image-2-0-edit", "2K", 111_500), ("qwen-image-3-edit", "2K", 43_450),
      ("qwen-image-3-pro-edit", "2K", 93_450), ("seedream-v5-pro-edit", "1K", 60_000), ("gpt-image-2-edit", "1K", 340_000),
    ])
  func ofImages(id: String, tier: String, price: Int) throws {
    let json = #"{"prompt":"x","image":"AAAA","model":"\#(id)","resolution":"\#(tier)"}"#
    #expect(try Self.edit(json, Settings(veniceContract: VeniceContracts.newest)).price == price)
    let listed = String(decoding: try #require(VeniceModels.model(id, on: VeniceContracts.newest)).json.serialized(), as: UTF8.self)
    #expect(listed.contains(#""inputImages":{"included":"#))
  }

  @Test(
    "A request has the price of the edit that it asks for",
    arguments: [
      (#"{"prompt":"x","image":"AAAA"}"#, 40_000), (#"{"prompt":"x","image":"AAAA","quality":"low"}"#, 40_000),
      (#"{"prompt":"x","image":"AAAA","model":"nano-banana-pro-edit","resolution":"4K"}"#, 350_000),
      (#"{"prompt":"x","image":"AAAA","model":"gpt-image-2-edit","resolution":"4K"}"#, 860_000),
      (#"{"prompt":"x","image":"AAAA","modelId":"gpt-image-2-edit","quality":"low"}"#, 30_000),
    ])
  func ofRequests(json: String, price: Int) throws { #expect(try Self.edit(json, Settings()).price == price) }

  private static func edit(_ json: String, _ settings: Settings) throws -> ValidatedVeniceEdit {
    let headers = HeaderList([HeaderField("authorization", "Bearer k"), HeaderField("content-type", "application/json")])
    let head = RequestHead(method: "POST", path: "/api/v1/image/edit", headers: headers)
    var form: SubmittedForm?
    let request = Request(head: head, body: .complete(Array(json.utf8)))
    let verdict = VeniceContract(settings: settings, keys: KeyRing()).examine(request, form: &form)
    var accepted: ValidatedVeniceEdit?
    if case .accepted(let edit) = verdict { accepted = edit }
    return try #require(accepted)
  }
}
