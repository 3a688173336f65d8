internal import Formats
package import HTTPMessage
package import Images

/// A picture of a response: the URL of its file, or the file in base64.
package enum DGridPicture: Sendable {
  case url(String)
  case base64([UInt8])
}

/// The 200 of an edit: `created`, `data` and `usage`.
package struct DGridResponse: Sendable {
  let edit: ValidatedDGridEdit
  let sources: [PixelSize]
  let size: PixelSize
  let settings: Settings

  /// Makes the response to the edit.
  ///
  /// - Parameters:
  ///   - sources: the sizes of the images that came with the request.
  ///   - size: the size of each picture.
  package init(_ edit: ValidatedDGridEdit, sources: [PixelSize], size: PixelSize, settings: Settings) {
    self.edit = edit
    self.sources = sources
    self.size = size
    self.settings = settings
  }

  /// Returns the response with these pictures.
  ///
  /// - Parameter created: Unix time in whole seconds.
  package func response(_ pictures: [DGridPicture], created: Int) -> Response {
    let members: [(String, JSONOutput)] = [("created", .int(created)), ("data", .array(pictures.map(entry)))]
    return .json(200, .object(members + (sendsUsage ? [("usage", usage)] : [])))
  }

  /// An entry of `data`: the page's example has all three keys, unused ones empty and never null, because clients need strings.
  private func entry(_ picture: DGridPicture) -> JSONOutput {
    let keepsAll = settings[Ambiguities.dgridResponseKeys] == .all
    let prompt = JSONOutput.string(edit.prompt)
    return switch picture {
    case .url(let url): keepsAll ? ["url": .string(url), "b64_json": "", "revised_prompt": prompt] : ["url": .string(url)]
    case .base64(let bytes): keepsAll ? ["url": "", "b64_json": .ascii(bytes), "revised_prompt": prompt] : ["b64_json": .ascii(bytes)]
    }
  }

  private var sendsUsage: Bool { settings[Ambiguities.dgridUsage] == .always || edit.model.isGPT }

  /// Numbers that add up; the real count is not documented.
  ///
  /// Text: four bytes a token. Images: 85 tokens, and 170 a tile of 512 pixels. Output: 1,056 tokens a picture and megapixel (1,048,576),
  /// as OpenAI counts at medium quality.
  private var usage: JSONOutput {
    let text = (edit.prompt.utf8.count + 3) / 4
    let image = sources.reduce(0) { $0 + 85 + 170 * (($1.width + 511) / 512) * (($1.height + 511) / 512) }
    let output = edit.count * max(1, Int(size.area) * 1056 / 1_048_576)
    return [
      "total_tokens": .int(text + image + output), "input_tokens": .int(text + image), "output_tokens": .int(output),
      "input_tokens_details": ["text_tokens": .int(text), "image_tokens": .int(image)],
    ]
  }
}
