internal import HTTPMessage
internal import Support

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

  static let invalidToken = Gateway.middleware(401, "Invalid token")

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
    gateway: .middleware(400, "Invalid request: invalid JSON request body"))

  static func invalidMultipart(_ reason: String) -> DGridError {
    DGridError(
      400, nil, "Could not parse multipart form: \(reason)",
      gateway: Gateway(status: 500, code: "invalid_request", message: "failed to parse image edit form request: \(reason)"))
  }

  static func missing(_ parameter: String, gateway: Gateway? = nil) -> DGridError {
    DGridError(400, "missing_required_parameter", param: parameter, "Missing required parameter: '\(parameter)'.", gateway: gateway)
  }

  static let missingImage = missing("image", gateway: imageRequired)

  private static let imageRequired = Gateway(status: 500, code: "convert_request_failed", message: "image is required")

  /// A text where an image belongs, which the gateway does not count as one. `parameter`: `image`, or `image[0]` in a list.
  static func imageNoFile(_ parameter: String) -> DGridError {
    wrongType(parameter, expected: "a file", found: "a string", gateway: imageRequired)
  }

  static func unsupportedMimetype(_ parameter: String, _ type: String, supported: [String]) -> DGridError {
    let quoted = supported.map { "'\($0)'" }
    let list = quoted.count == 1 ? quoted[0] : quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
    return DGridError(
      400, "unsupported_file_mimetype", param: parameter,
      "Invalid file '\(parameter)': unsupported mimetype ('\(type)'). Supported file formats are \(list).")
  }

  static let missingModel = missing("model", gateway: .middleware(400, "Model name not specified, model name cannot be empty"))

  static func wrongType(_ parameter: String, expected: String, found: String, gateway: Gateway? = nil) -> DGridError {
    DGridError(
      400, "invalid_type", param: parameter, "Invalid type for '\(parameter)': expected \(expected), but got \(found) instead.",
      gateway: gateway)
  }

  /// The gateway reads the model before it looks at anything else of a JSON body.
  static func modelNoString(_ found: String) -> DGridError {
    wrongType(
      "model", expected: "a string", found: found, gateway: .middleware(400, "Invalid request: field model must be a string"))
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
    let message = "Invalid '\(parameter)': integer below minimum value. Expected a value >= \(minimum), but got \(found) instead."
    return DGridError(400, "integer_below_min_value", param: parameter, message)
  }

  static func aboveMaximum(_ parameter: String, maximum: Int, found: String) -> DGridError {
    let message = "Invalid '\(parameter)': integer above maximum value. Expected a value <= \(maximum), but got \(found) instead."
    return DGridError(400, "integer_above_max_value", param: parameter, message)
  }

  static func unknownParameter(_ parameter: String) -> DGridError {
    DGridError(400, "unknown_parameter", param: parameter, "Unknown parameter: '\(parameter)'.")
  }

  static func duplicate(_ parameter: String) -> DGridError {
    DGridError(400, "duplicate_parameter", param: parameter, duplicateMessage(parameter))
  }

  private static func duplicateMessage(_ parameter: String) -> String {
    "Duplicate parameter: '\(parameter)'. You provided multiple values for this parameter, whereas only one is allowed. If you are trying to provide a list of values, use the array syntax instead e.g. '\(parameter)[]=<value>'."
  }

  static func unknownModel(_ id: String, status: Int) -> DGridError {
    DGridError(
      status, "model_not_found", param: "model", "The model '\(id)' does not exist",
      gateway: .middleware(503, "No available channel for model \(id) under group default (distributor)", code: "model_not_found"))
  }

  /// OpenAI's errors on images, and on fields that only some image models have.
  static func imageError(_ code: String, param: String? = nil, _ message: String) -> DGridError {
    DGridError(400, code, param: param, type: "image_generation_user_error", message)
  }

  static let notPNGOrTooLarge = DGridError(400, "invalid_image_format", "Uploaded image must be a PNG and less than 4 MB.")

  static func unreadableImage(_ index: Int) -> DGridError {
    imageError("invalid_image_file", "Invalid image file or mode for image \(index), please check your image file.")
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

  static let maskWithoutAlpha = imageError("invalid_mask_image_format", "Invalid mask image format - mask image missing alpha channel")

  static let maskSizeDiffers = imageError("invalid_mask_image_format", "Invalid mask image format - mask size does not match image size")

  // The errors below are of the service: no request causes them by itself, only scenarios and quotas respond with them.

  /// A wrong key, masked as in the capture.
  static let wrongKey = incorrectKey(masked: capturedKey)
  static let expiredKey = incorrectKey(masked: capturedKey, gateway: .middleware(401, "This token has expired"))
  private static let capturedKey = "sk-***********************"

  /// Status and code are the gateway's for an address that is not allowed; its Chinese text is not known.
  static let accessDenied = DGridError(
    403, "access_denied", "Access denied", gateway: .middleware(403, "Access denied", code: "access_denied"))

  static func noAccess(to model: String) -> DGridError {
    let message = "This token has no access to model \(model)"
    return DGridError(403, nil, param: "model", message, gateway: .middleware(403, message))
  }

  static let paymentHeader = DGridError(400, nil, "Payment headers are not accepted on this path.")

  /// Captured from the gateway at another site.
  static let userBalance = userQuota("用户额度不足, 剩余额度: ¥-0.013362")
  /// Captured without its amounts, which are the mock's.
  private static let preconsumeFailed = "预扣费额度失败, 用户剩余额度: ¥0.013362, 需要预扣费额度: ¥0.040000"

  private static func userQuota(_ message: String) -> DGridError {
    let code = "insufficient_user_quota"
    return DGridError(403, code, type: "new_api_error", message, gateway: Gateway(status: 403, code: code, message: message))
  }

  static let quotaExhausted = insufficientQuota(gateway: Gateway(status: 403, code: "insufficient_user_quota", message: preconsumeFailed))
  static let keyQuotaExhausted = insufficientQuota(
    gateway: .middleware(401, "This token quota is exhausted TokenStatusExhausted[sk-abc***xyz]"))

  private static func insufficientQuota(gateway: Gateway) -> DGridError {
    DGridError(
      429, "insufficient_quota", type: "insufficient_quota", "You exceeded your current quota, please check your plan and billing details.",
      gateway: gateway)
  }

  static let billingHardLimit = DGridError(
    400, "billing_hard_limit_reached", type: "billing_limit_user_error", "Billing hard limit has been reached.")

  /// The gateway's own text in both envelopes, because it is the gateway that has no channel.
  static func noChannel(for model: String) -> DGridError {
    let message = "No available channel for model \(model) under group default (distributor)"
    return DGridError(
      503, "model_not_found", param: "model", type: "new_api_error", message, gateway: .middleware(503, message, code: "model_not_found"))
  }

  static func notAnEditModel(_ id: String) -> DGridError {
    DGridError(400, "invalid_value", param: "model", "Invalid value: '\(id)'. Value must be 'dall-e-2'.")
  }

  static let moderationBlocked = imageError(
    "moderation_blocked", "Your request was rejected by the safety system. safety_violations=[sexual].")

  /// Captured with an upstream's own type in `type`, and without its status.
  static func busy(_ status: Int) -> DGridError {
    DGridError(status, "bad_response_status_code", type: "bad_response_status_code", "The model is currently busy, please try again later")
  }

  /// The gateway's error for an upstream response that is no JSON.
  static func badResponse(_ status: Int) -> DGridError {
    DGridError(status, "bad_response_status_code", type: "upstream_error", "bad response status code \(status)")
  }

  /// A minute's requests are used up; OpenAI's captured text, and the gateway's own.
  static func rateLimit(_ model: String, limit: Int, retryAfter: Duration) -> DGridError {
    rateLimit(
      model, limit: limit, retryAfter: retryAfter,
      gateway: .middleware(429, "You have reached the request limit: maximum \(limit) requests in 1 minutes"))
  }

  /// Failed requests count, too; OpenAI has no such limit, and so no text of its own.
  static func totalRateLimit(_ model: String, limit: Int, minutes: Int, retryAfter: Duration) -> DGridError {
    let message = "You have reached the total request limit: maximum \(limit) requests in \(minutes) minutes, including failed attempts"
    return rateLimit(model, limit: limit, retryAfter: retryAfter, gateway: .middleware(429, message))
  }

  private static func rateLimit(_ model: String, limit: Int, retryAfter: Duration, gateway: Gateway) -> DGridError {
    let group = DGridModel(model).isGPT ? " (for limit gpt-image)" : ""
    let usage = "Limit \(limit), Used \(limit), Requested 1. Please try again in \(retryAfter.goText)."
    var error = DGridError(
      429, "rate_limit_exceeded", type: "input-images",
      "Rate limit reached for \(model)\(group) in organization org-mock on input-images per min: \(usage)", gateway: gateway)
    error.retryAfter = retryAfter
    return error
  }
}

extension String {
  /// The key with stars but for the first and last letters of a longer one: a response never has a whole key.
  fileprivate var maskedKey: String {
    count <= 8 ? String(repeating: "*", count: count) : "\(prefix(3))\(String(repeating: "*", count: min(24, count - 7)))\(suffix(4))"
  }
}

extension Duration {
  /// The duration as Go prints it, in whole milliseconds: `240ms`, `7.5s`, `1m12s`.
  fileprivate var goText: String {
    let milliseconds = millisecondsRoundedUp
    guard milliseconds >= 1_000 else { return "\(milliseconds)ms" }
    let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
    return (minutes > 0 ? "\(minutes)m" : "") + rest.decimal(places: 3) + "s"
  }
}
