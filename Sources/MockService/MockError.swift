package import Contract
package import HTTPMessage

/// Answers that no API gives: the mock's own words, in the API's shape, since SDKs show its message.
package enum MockError {
  package static func response(_ status: Int, _ text: String, _ api: API, _ settings: Settings) -> Response {
    switch api {
    case .venice: VeniceError.mocksOwn(status, "image-edit-mock: \(text)").response
    case .dgrid: DGridError.mocksOwn(status, "image-edit-mock: \(text)").response(settings, requestID: "none")
    }
  }
}
