import Testing

@testable import Contract

@Suite("Named errors at DGrid, in the gateway's envelopes", .timeLimit(.minutes(15)))
struct GatewayNamedErrorsTests {
  @Test("Each error has its status, whole body and no headers", arguments: responses)
  func response(expected: ResponseCase) throws {
    try expected.expect(of: .dgrid, .example(.newAPI))
  }

  @Test("The table of expected responses has every error")
  func complete() {
    #expect(Self.responses.map(\.name) == NamedErrors.all.map(\.name))
  }

  private static let responses = [
    ResponseCase("invalid-key", 401, #"{"error":{"code":"","message":"Invalid token (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase(
      "inactive-key", 401, #"{"error":{"code":"","message":"This token has expired (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase(
      "unauthorized", 403, #"{"error":{"code":"access_denied","message":"Access denied (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase(
      "access-disabled", 403, #"{"error":{"code":"access_denied","message":"Access denied (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase("payment-discovery", 401, #"{"error":{"code":"","message":"Invalid token (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase(
      "payment-required", 403,
      #"{"error":{"message":"用户额度不足, 剩余额度: ¥-0.013362 (request id: req_1)","type":"new_api_error","param":"","code":"insufficient_user_quota"}}"#
    ),
    ResponseCase("invalid-sign-in", 401, #"{"error":{"code":"","message":"Invalid token (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase(
      "payment-header-not-accepted", 400,
      #"{"error":{"message":"Payment headers are not accepted on this path. (request id: req_1)","type":"invalid_request_error","param":"","code":""}}"#
    ),
    ResponseCase(
      "insufficient-balance", 403,
      #"{"error":{"message":"用户额度不足, 剩余额度: ¥-0.013362 (request id: req_1)","type":"new_api_error","param":"","code":"insufficient_user_quota"}}"#
    ),
    ResponseCase(
      "spend-limit", 401,
      #"{"error":{"code":"","message":"This token quota is exhausted TokenStatusExhausted[sk-abc***xyz] (request id: req_1)","type":"new_api_error"}}"#
    ),
    ResponseCase(
      "spend-limit-diem", 401,
      #"{"error":{"code":"","message":"This token quota is exhausted TokenStatusExhausted[sk-abc***xyz] (request id: req_1)","type":"new_api_error"}}"#
    ),
    ResponseCase(
      "quota-exhausted", 403,
      #"{"error":{"message":"预扣费额度失败, 用户剩余额度: ¥0.013362, 需要预扣费额度: ¥0.040000 (request id: req_1)","type":"new_api_error","param":"","code":"insufficient_user_quota"}}"#
    ),
    ResponseCase(
      "billing-hard-limit", 400,
      #"{"error":{"message":"Billing hard limit has been reached. (request id: req_1)","type":"billing_limit_user_error","param":"","code":"billing_hard_limit_reached"}}"#
    ),
    ResponseCase(
      "invalid-model", 400,
      #"{"error":{"message":"Invalid value: 'gpt-image-2'. Value must be 'dall-e-2'. (request id: req_1)","type":"invalid_request_error","param":"model","code":"invalid_value"}}"#
    ),
    ResponseCase(
      "model-not-found", 404,
      #"{"error":{"message":"The model 'gpt-image-2' does not exist (request id: req_1)","type":"invalid_request_error","param":"model","code":"model_not_found"}}"#
    ),
    ResponseCase(
      "model-retired", 404,
      #"{"error":{"message":"The model 'gpt-image-2' does not exist (request id: req_1)","type":"invalid_request_error","param":"model","code":"model_not_found"}}"#
    ),
    ResponseCase(
      "pro-only-model", 403,
      #"{"error":{"code":"","message":"This token has no access to model gpt-image-2 (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase(
      "model-privacy", 403,
      #"{"error":{"code":"","message":"This token has no access to model gpt-image-2 (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase(
      "model-offline", 503,
      #"{"error":{"code":"model_not_found","message":"No available channel for model gpt-image-2 under group default (distributor) (request id: req_1)","type":"new_api_error"}}"#
    ),
    ResponseCase(
      "no-channel", 503,
      #"{"error":{"code":"model_not_found","message":"No available channel for model gpt-image-2 under group default (distributor) (request id: req_1)","type":"new_api_error"}}"#
    ),
    ResponseCase(
      "rate-limited", 429,
      #"{"error":{"code":"","message":"You have reached the request limit: maximum 5 requests in 1 minutes (request id: req_1)","type":"new_api_error"}}"#
    ),
    ResponseCase(
      "error-budget", 429,
      #"{"error":{"code":"","message":"You have reached the total request limit: maximum 20 requests in 1 minutes, including failed attempts (request id: req_1)","type":"new_api_error"}}"#
    ),
    ResponseCase(
      "model-overloaded", 429,
      #"{"error":{"message":"The model is currently busy, please try again later (request id: req_1)","type":"bad_response_status_code","param":"","code":"bad_response_status_code"}}"#
    ),
    ResponseCase(
      "at-capacity", 503,
      #"{"error":{"message":"The model is currently busy, please try again later (request id: req_1)","type":"bad_response_status_code","param":"","code":"bad_response_status_code"}}"#
    ),
    ResponseCase(
      "concurrency-limit", 429,
      #"{"error":{"code":"","message":"You have reached the request limit: maximum 5 requests in 1 minutes (request id: req_1)","type":"new_api_error"}}"#
    ),
    ResponseCase(
      "invalid-request", 400,
      #"{"error":{"message":"Missing required parameter: 'prompt'. (request id: req_1)","type":"invalid_request_error","param":"prompt","code":"missing_required_parameter"}}"#
    ),
    ResponseCase(
      "invalid-json", 400,
      #"{"error":{"code":"","message":"Invalid request: invalid JSON request body (request id: req_1)","type":"new_api_error"}}"#),
    ResponseCase(
      "unsupported-content-type", 400,
      #"{"error":{"message":"Unsupported content type: 'text/plain'. This API method only accepts 'multipart/form-data' or 'application/json' requests, but you specified the header 'Content-Type: text/plain'. Please try again with a supported content type. (request id: req_1)","type":"invalid_request_error","param":"","code":"unsupported_content_type"}}"#
    ),
    ResponseCase(
      "payload-too-large", 413,
      #"{"error":{"message":"request body too large (request id: req_1)","type":"new_api_error","param":"","code":"read_request_body_failed"}}"#
    ),
    ResponseCase(
      "corrupted-image", 400,
      #"{"error":{"message":"Invalid image file or mode for image 1, please check your image file. (request id: req_1)","type":"image_generation_user_error","param":"","code":"invalid_image_file"}}"#
    ),
    ResponseCase(
      "image-too-small", 400,
      #"{"error":{"message":"Invalid image file or mode for image 1, please check your image file. (request id: req_1)","type":"image_generation_user_error","param":"","code":"invalid_image_file"}}"#
    ),
    ResponseCase(
      "image-too-large", 400,
      #"{"error":{"message":"Uploaded image must be a PNG and less than 4 MB. (request id: req_1)","type":"invalid_request_error","param":"","code":"invalid_image_format"}}"#
    ),
    ResponseCase(
      "media-not-found", 400,
      #"{"error":{"message":"Error while downloading https://example.com/image.png. (request id: req_1)","type":"invalid_request_error","param":"input","code":"invalid_image_url"}}"#
    ),
    ResponseCase(
      "content-policy", 400,
      #"{"error":{"message":"Your request was rejected by the safety system. safety_violations=[sexual]. (request id: req_1)","type":"image_generation_user_error","param":"","code":"moderation_blocked"}}"#
    ),
    ResponseCase(
      "content-policy-suggestion", 400,
      #"{"error":{"message":"Your request was rejected by the safety system. safety_violations=[sexual]. (request id: req_1)","type":"image_generation_user_error","param":"","code":"moderation_blocked"}}"#
    ),
    ResponseCase(
      "inference-failed", 500,
      #"{"error":{"message":"The server had an error while processing your request. (request id: req_1)","type":"server_error","param":"","code":"server_error"}}"#
    ),
    ResponseCase(
      "edit-failed", 500,
      #"{"error":{"message":"The server had an error while processing your request. (request id: req_1)","type":"server_error","param":"","code":"server_error"}}"#
    ),
    ResponseCase(
      "unknown-error", 500,
      #"{"error":{"message":"The server had an error while processing your request. (request id: req_1)","type":"server_error","param":"","code":"server_error"}}"#
    ),
    ResponseCase(
      "timeout", 504,
      #"{"error":{"message":"bad response status code 504 (request id: req_1)","type":"upstream_error","param":"","code":"bad_response_status_code"}}"#
    ),
    ResponseCase(
      "bad-response", 502,
      #"{"error":{"message":"bad response status code 502 (request id: req_1)","type":"upstream_error","param":"","code":"bad_response_status_code"}}"#
    ),
    ResponseCase("success-false", 200, #"{"message":"get user group failed","success":false}"#),
    ResponseCase(
      "not-found", 404,
      #"{"error":{"message":"Invalid URL (POST /api/v1/image/edit)","type":"invalid_request_error","param":"","code":""}}"#),
  ]
}
