package import HTTPMessage
package import WireFormat

/// A named error of Venice: its status and the text that goes over the wire.
///
/// Names are those of the error table; except for 413 they are not on the wire. Source: docs.venice.ai, api-reference/error-codes, June 2026.
package struct VeniceError: Sendable, Equatable {
  package let name: String
  package let status: Int
  package let message: String
  /// Whether the body carries `code`: ordinary errors do not.
  package let sendsCode: Bool

  init(_ name: String, _ status: Int, _ message: String, sendsCode: Bool = false) {
    self.name = name
    self.status = status
    self.message = message
    self.sendsCode = sendsCode
  }

  package static let authenticationFailed = VeniceError("AUTHENTICATION_FAILED", 401, "Authentication failed")
  package static let invalidSignIn = VeniceError("X402_INVALID_SIGN_IN", 401, "Invalid Sign-in-with-x signature")
  package static let notFound = VeniceError("NOT_FOUND", 404, "Not found")
  package static let methodNotAllowed = VeniceError("METHOD_NOT_ALLOWED", 405, "Method not allowed")
  package static let headersTooLarge = VeniceError("HEADERS_TOO_LARGE", 431, "Request header fields too large")
  package static let invalidContentType = VeniceError("INVALID_CONTENT_TYPE", 415, "Invalid request content-type")
  package static let wrongContentTypeLive = VeniceError("INVALID_CONTENT_TYPE", 400, "'Content-Type' must be 'application/json'")
  package static let unsupportedEncoding = VeniceError("INVALID_CONTENT_TYPE", 415, "Request encoding is not supported")
  package static let bodyTooLarge = VeniceError(
    "PAYLOAD_TOO_LARGE", 413, "Request body exceeds the maximum allowed size.", sendsCode: true)
  package static let fileTooLarge = VeniceError(
    "PAYLOAD_TOO_LARGE", 413, "File exceeds the maximum allowed size of 25 MB.", sendsCode: true)
  package static let invalidJSON = VeniceError("INVALID_REQUEST", 400, "Invalid JSON request")
  package static let invalidMultipart = VeniceError("INVALID_REQUEST", 400, "Invalid multipart request")
  package static let oneFileOnly = VeniceError("INVALID_REQUEST", 400, "Only one image file is allowed")
  package static let invalidModel = VeniceError("INVALID_MODEL", 400, "Invalid model id")
  package static let imageTooSmall = VeniceError("IMAGE_TOO_SMALL", 400, "Image dimensions are too small")
  package static let imageTooLarge = VeniceError("IMAGE_TOO_LARGE", 422, "Image dimensions exceed the maximum allowed.")
  package static let corruptedImage = VeniceError("CORRUPTED_IMAGE", 400, "The image file is corrupted or unreadable")
  package static let corruptedImageLive = VeniceError("CORRUPTED_IMAGE", 400, "Invalid or corrupt image")
  package static let mediaNotFound = VeniceError("MEDIA_NOT_FOUND", 404, "The image could not be fetched from the provided URL")
  package static let mediaUnreachable = VeniceError("INVALID_REQUEST", 400, "The image could not be fetched from the provided URL")
  package static let privateHost = VeniceError("INVALID_REQUEST", 400, "The provided image URL is not allowed")

  package static let editFailed = VeniceError("IMAGE_EDIT_ERROR", 500, "Image edit failed")

  /// `{"error":"…"}`, and `code` before it where the API sends one.
  package var response: Response {
    let message = ("error", JSONOutput.string(message))
    return .json(status, .object(sendsCode ? [("code", .string(name)), message] : [message]))
  }

  /// For a rule's `answers` column.
  var summary: String { "\(status) \(message)" }
}

extension Response {
  /// A JSON answer; `application/json` without a charset, as captured from Venice.
  package static func json(_ status: Int, _ body: JSONOutput) -> Response {
    Response(status: status, headers: HeaderList([HeaderField("content-type", "application/json")]), body: body.serialized())
  }
}
