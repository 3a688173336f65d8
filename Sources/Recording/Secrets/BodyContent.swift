internal import Formats
internal import HTTPMessage

/// The body of a request or an answer, taken apart as far as it can be.
enum BodyContent {
  case json(JSONDocument)
  case multipart(MultipartForm)
  /// Neither, or broken.
  case other

  init(_ body: [UInt8], _ headers: HeaderList) {
    guard !body.isEmpty, let header = headers["content-type"], let type = try? MediaType(parsing: header) else {
      self = .other
      return
    }
    if type.essence == "multipart/form-data", let form = try? MultipartForm(parsing: body, contentType: type) {
      self = .multipart(form)
    } else if type.essence.hasSuffix("json"), let document = try? JSONDocument(parsing: body) {
      self = .json(document)
    } else {
      self = .other
    }
  }
}
