internal import Formats
package import HTTPMessage

extension FixtureExpectation {
  /// The answer as it stands in the file: status, headers, and `body`, or without one `json` without spaces; nil: a picture whose bytes are
  /// not in the file.
  package var response: Response? {
    if body == nil, json == nil, image != nil { return nil }
    let list = headers.compactMap { name, value in value.map { HeaderField(name, $0) } }
    return Response(status: status, headers: HeaderList(list), body: body?.bytes() ?? json?.output.serialized() ?? [])
  }
}
