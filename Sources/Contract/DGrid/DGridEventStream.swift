internal import Formats
package import HTTPMessage
internal import Images

/// The 200 of a streamed edit: server-sent events, as OpenAI's reference has them.
extension DGridResponse {
  /// Returns the events of these pictures: for each picture `image_edit.partial_image` as often as the edit asks for it, then
  /// `image_edit.completed` with `usage`.
  ///
  /// - Parameters:
  ///   - pictures: base64; for each picture its unfinished ones, then the picture.
  ///   - created: Unix time in whole seconds.
  package func eventStream(_ pictures: [[UInt8]], created: Int) -> Response {
    let partialImages = edit.partialImages ?? 0
    var body: [UInt8] = []
    for (index, picture) in pictures.enumerated() {
      let partial = index % (partialImages + 1)
      let isWhole = partial == partialImages
      let name = isWhole ? "image_edit.completed" : "image_edit.partial_image"
      let members: [(String, JSONOutput)] = [("type", .string(name)), ("b64_json", .ascii(picture)), ("created_at", .int(created))]
      let last = isWhole ? ("usage", usage) : ("partial_image_index", .int(partial))
      body += Array("event: \(name)\ndata: ".utf8) + JSONOutput.object(members + described + [last]).serialized() + Array("\n\n".utf8)
    }
    let headers = HeaderList([HeaderField("content-type", "text/event-stream"), HeaderField("cache-control", "no-cache")])
    return Response(status: 200, headers: headers, body: body)
  }

  /// What every event says of its picture, also where other responses do not.
  private var described: [(String, JSONOutput)] {
    let options =
      edit.echoedOptions?.members ?? [
        ("background", "opaque"), ("output_format", .string(edit.outputFormat.rawValue)), ("quality", "medium"),
      ]
    return options + [("size", .string("\(size)"))]
  }
}
