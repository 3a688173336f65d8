internal import Formats
package import HTTPMessage
package import Images

/// One picture of an answer: where it can be fetched, or its file in base64.
package enum DGridPicture: Sendable {
  case url(String)
  case base64([UInt8])
}

/// The 200 of an edit: `created`, `data` and `usage`.
package struct DGridResponse: Sendable {
  let candidate: ValidatedDGridEdit
  let sources: [PixelSize]
  let size: PixelSize
  let settings: Settings

  package init(_ candidate: ValidatedDGridEdit, sources: [PixelSize], size: PixelSize, settings: Settings) {
    self.candidate = candidate
    self.sources = sources
    self.size = size
    self.settings = settings
  }

  /// - Parameter created: Unix time in whole seconds.
  package func response(_ pictures: [DGridPicture], created: Int) -> Response {
    var members: [(String, JSONOutput)] = [("created", .int(created)), ("data", .array(pictures.map(entry)))]
    if sendsUsage { members.append(("usage", usage)) }
    return .json(200, .object(members))
  }

  /// The page's example has all three keys, unused ones empty; never null, since clients need strings.
  private func entry(_ picture: DGridPicture) -> JSONOutput {
    let keepsAll = settings[Ambiguities.dgridResponseKeys] == .all
    let used: [(String, JSONOutput)]
    let revised = ("revised_prompt", JSONOutput.string(candidate.prompt))
    switch picture {
    case .url(let url): used = keepsAll ? [("url", .string(url)), ("b64_json", .string("")), revised] : [("url", .string(url))]
    case .base64(let bytes): used = keepsAll ? [("url", .string("")), ("b64_json", .ascii(bytes)), revised] : [("b64_json", .ascii(bytes))]
    }
    return .object(used)
  }

  private var sendsUsage: Bool { settings[Ambiguities.dgridUsage] == .always || candidate.model.isGPT }

  /// Numbers that add up; how the real ones are counted is not documented. Text: four bytes a token. Images: 85 and 170 a tile of 512 pixels.
  /// Output: 1,056 a megapixel (of 1,048,576) and picture, what OpenAI counts at medium quality.
  private var usage: JSONOutput {
    let text = (candidate.prompt.utf8.count + 3) / 4
    let image = sources.reduce(0) { $0 + 85 + 170 * (($1.width + 511) / 512) * (($1.height + 511) / 512) }
    let output = candidate.count * max(1, Int(size.area) * 1056 / 1_048_576)
    return .object([
      ("total_tokens", .int(text + image + output)), ("input_tokens", .int(text + image)), ("output_tokens", .int(output)),
      ("input_tokens_details", .object([("text_tokens", .int(text)), ("image_tokens", .int(image))])),
    ])
  }
}
