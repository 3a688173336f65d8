internal import HTTPMessage

/// Errors for requests that break a rule.
///
/// The texts are captured from OpenAI's endpoint where a rule's source says so; the gateway's are from its source code.
extension DGridError {
  static let missingKey = DGridError(
    401, nil,
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
    gateway: invalidToken)

  static func incorrectKey(_ token: String) -> DGridError { incorrectKey(masked: token.maskedKey, gateway: invalidToken) }

  static func incorrectKey(masked key: String, gateway: Gateway = invalidToken) -> DGridError {
    DGridError(
      401, "invalid_api_key",
      "Incorrect API key provided: \(key). You can find your API key at https://platform.openai.com/account/api-keys.", gateway: gateway)
  }

  static let invalidToken = Gateway(status: 401, code: "", message: "Invalid token", layer: .middleware)

  /// Nothing is served at the path.
  package static func unknownURL(_ method: String, _ path: String) -> DGridError {
    let message = "Invalid URL (\(method) \(path))"
    return DGridError(404, nil, message, gateway: Gateway(status: 404, code: "", message: message, layer: .router))
  }

  /// The path does not have the method; `allow` lists those that it has.
  package static func methodNotAllowed(_ method: String, _ path: String, allow: String) -> DGridError {
    DGridError(405, "method_not_supported", "Not allowed to \(method) on \(path).", allow: allow)
  }

  /// The header lines are too many or too long.
  package static let headersTooLarge = DGridError(431, nil, "Request header fields too large.")

  static let bodyTooLarge = DGridError(
    413, "read_request_body_failed", "request body too large",
    gateway: Gateway(status: 413, code: "read_request_body_failed", message: "request body too large"))

  static func unsupportedContentType(_ found: String, status: Int) -> DGridError {
    DGridError(
      status, "unsupported_content_type",
      "Unsupported content type: '\(found)'. This API method only accepts 'multipart/form-data' or 'application/json' requests, but you specified the header 'Content-Type: \(found)'. Please try again with a supported content type."
    )
  }

  /// The body has a Content-Encoding.
  package static let unsupportedEncoding = DGridError(
    415, "unsupported_content_encoding", "The request's Content-Encoding is not supported.")

  static let invalidJSON = DGridError(
    400, nil, "We could not parse the JSON body of your request. The API expects a JSON payload, but what was sent was not valid JSON.",
    gateway: Gateway(status: 400, code: "", message: "Invalid request: invalid JSON request body", layer: .middleware))

  static func invalidMultipart(_ reason: String) -> DGridError {
    DGridError(
      400, nil, "Could not parse multipart form: \(reason)",
      gateway: Gateway(status: 500, code: "invalid_request", message: "failed to parse image edit form request: \(reason)"))
  }

  static func missing(_ parameter: String, gateway: Gateway? = nil) -> DGridError {
    DGridError(400, "missing_required_parameter", param: parameter, "Missing required parameter: '\(parameter)'.", gateway: gateway)
  }

  static let missingImage = missing("image", gateway: Gateway(status: 500, code: "convert_request_failed", message: "image is required"))

  static let missingModel = missing(
    "model", gateway: Gateway(status: 400, code: "", message: "Model name not specified, model name cannot be empty", layer: .middleware))

  static func wrongType(_ parameter: String, expected: String, found: String, gateway: Gateway? = nil) -> DGridError {
    DGridError(
      400, "invalid_type", param: parameter, "Invalid type for '\(parameter)': expected \(expected), but got \(found) instead.",
      gateway: gateway)
  }

  /// The gateway reads the model before it looks at anything else of a JSON body.
  static func modelNoString(_ found: String) -> DGridError {
    wrongType(
      "model", expected: "a string", found: found,
      gateway: Gateway(status: 400, code: "", message: "Invalid request: field model must be a string", layer: .middleware))
  }

  static func invalidValue(_ parameter: String, _ value: String, supported: [String]) -> DGridError {
    let quoted = supported.map { "'\($0)'" }
    let list =
      quoted.count > 2 ? quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1] : quoted.joined(separator: " and ")
    return DGridError(400, "invalid_value", param: parameter, "Invalid value: '\(value)'. Supported values are: \(list).")
  }

  static func tooLong(_ parameter: String, maximum: Int, found: Int) -> DGridError {
    DGridError(
      400, "string_above_max_length", param: parameter,
      "Invalid '\(parameter)': string too long. Expected a string with maximum length \(maximum), but got a string with length \(found) instead."
    )
  }

  static func belowMinimum(_ parameter: String, minimum: Int, found: String) -> DGridError {
    DGridError(
      400, "integer_below_min_value", param: parameter,
      "Invalid '\(parameter)': integer below minimum value. Expected a value >= \(minimum), but got \(found) instead.")
  }

  static func aboveMaximum(_ parameter: String, maximum: Int, found: String) -> DGridError {
    DGridError(
      400, "integer_above_max_value", param: parameter,
      "Invalid '\(parameter)': integer above maximum value. Expected a value <= \(maximum), but got \(found) instead.")
  }

  static func unknownParameter(_ parameter: String) -> DGridError {
    DGridError(400, "unknown_parameter", param: parameter, "Unknown parameter: '\(parameter)'.")
  }

  static func duplicate(_ parameter: String) -> DGridError {
    DGridError(400, "duplicate_parameter", param: parameter, "Duplicate parameter: '\(parameter)' may be sent only once.")
  }

  static func unknownModel(_ id: String, status: Int) -> DGridError {
    DGridError(
      status, "model_not_found", param: "model", "The model '\(id)' does not exist",
      gateway: Gateway(
        status: 503, code: "model_not_found", message: "No available channel for model \(id) under group default (distributor)",
        layer: .middleware))
  }

  static let notPNGOrTooLarge = DGridError(400, "invalid_image_format", "Uploaded image must be a PNG and less than 4 MB.")

  static func unreadableImage(_ index: Int) -> DGridError {
    DGridError(
      400, "invalid_image_file", type: "image_generation_user_error",
      "Invalid image file or mode for image \(index), please check your image file.")
  }

  static func unreachableImage(_ url: String) -> DGridError {
    DGridError(400, "invalid_image_url", param: "input", "Error while downloading \(url).")
  }

  static func notSquare(_ size: String) -> DGridError {
    DGridError(400, nil, "Invalid input image - expected an image with equal width and height, got \(size) instead.")
  }

  static func noAlpha(_ mode: String) -> DGridError {
    DGridError(400, nil, "Invalid input image - format must be in ['RGBA', 'LA', 'L'], got \(mode).")
  }

  /// The edit failed, through no fault of the client.
  package static let editFailed = DGridError(
    500, "server_error", type: "server_error", "The server had an error while processing your request.")

  /// Returns an error of the mock itself, in DGrid's shape so that clients show its message.
  package static func mockError(_ status: Int, _ message: String) -> DGridError { DGridError(status, "image_edit_mock", message) }

  static let maskWithoutAlpha = DGridError(
    400, "invalid_mask_image_format", type: "image_generation_user_error", "Invalid mask image format - mask image missing alpha channel")

  static let maskSizeDiffers = DGridError(
    400, "invalid_mask_image_format", type: "image_generation_user_error", "Invalid mask image format - mask size does not match image size"
  )
}

extension String {
  /// The key with stars but for the first and last letters of a longer one: a response never has a whole key.
  fileprivate var maskedKey: String {
    count <= 8 ? String(repeating: "*", count: count) : "\(prefix(3))\(String(repeating: "*", count: min(24, count - 7)))\(suffix(4))"
  }
}
