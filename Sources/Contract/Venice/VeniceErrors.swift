internal import HTTPMessage

/// The errors that rules answer with.
extension VeniceError {
  package static let authenticationFailed = VeniceError("AUTHENTICATION_FAILED", 401, "Authentication failed")
  /// The text is the error table's; that sign-in failures carry a `code` on inference routes, and which, is from the client notes.
  package static let invalidSignIn = VeniceError(
    "X402_INVALID_SIGN_IN", 401, "Invalid Sign-in-with-x signature", code: .last("X402_SIGN_IN_INVALID_SIGNATURE"))
  package static let notFound = VeniceError("NOT_FOUND", 404, "Not found")
  package static let methodNotAllowed = VeniceError("METHOD_NOT_ALLOWED", 405, "Method not allowed")
  package static let headersTooLarge = VeniceError("HEADERS_TOO_LARGE", 431, "Request header fields too large")
  package static let invalidContentType = VeniceError("INVALID_CONTENT_TYPE", 415, "Invalid request content-type")
  package static let wrongContentTypeLive = VeniceError("INVALID_CONTENT_TYPE", 400, "'Content-Type' must be 'application/json'")
  package static let unsupportedEncoding = VeniceError("INVALID_CONTENT_TYPE", 415, "Request encoding is not supported")
  package static let bodyTooLarge = payloadTooLarge("Request body exceeds the maximum allowed size.")
  package static let fileTooLarge = payloadTooLarge("File exceeds the maximum allowed size of 25 MB.")
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

  private static func payloadTooLarge(_ message: String) -> VeniceError {
    VeniceError("PAYLOAD_TOO_LARGE", 413, message, code: .first("PAYLOAD_TOO_LARGE"))
  }

  /// The error table's text, or the one a user saw.
  static func corrupted(under settings: Settings) -> VeniceError {
    settings[Ambiguities.veniceCorruptImageText] == .seen ? corruptedImageLive : corruptedImage
  }

  /// 415 by the OpenAPI document, or the 400 that clients report.
  static func wrongContentType(under settings: Settings) -> VeniceError {
    switch settings[Ambiguities.veniceWrongContentType] {
    case .unsupported: invalidContentType
    case .badRequest: wrongContentTypeLive
    }
  }
}
