import HTTPMessage
import Testing

@testable import Contract

@Suite("Named errors at DGrid, in OpenAI's envelope", .timeLimit(.minutes(15)))
struct DGridNamedErrorsTests {
  @Test("Each error has its status, whole body and headers", arguments: responses)
  func response(expected: ResponseCase) throws {
    try expected.expect(of: .dgrid, .example())
  }

  @Test("The table of expected responses has every error")
  func complete() {
    #expect(Self.responses.map(\.name) == NamedErrors.all.map(\.name))
  }

  @Test("A wrong Content-Type gets the status that the settings choose")
  func settings() throws {
    let error = try #require(NamedErrors.named("unsupported-content-type"))
    #expect(error.response(of: .dgrid, .example(.with("dgrid.wrong-content-type=415"))).status == 415)
  }

  @Test("The rate limit of a model that is not OpenAI's names no limit group")
  func limitGroup() throws {
    var circumstances = NamedError.Circumstances.example()
    circumstances.model = "wanx-v1"
    let response = try #require(NamedErrors.named("rate-limited")).response(of: .dgrid, circumstances)
    #expect(String(decoding: response.body, as: UTF8.self).contains("Rate limit reached for wanx-v1 in organization"))
  }

  private static let responses = [
    ResponseCase(
      "invalid-key", 401,
      #"{"error":{"message":"Incorrect API key provided: sk-***********************. You can find your API key at https://platform.openai.com/account/api-keys.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}"#
    ),
    ResponseCase(
      "inactive-key", 401,
      #"{"error":{"message":"Incorrect API key provided: sk-***********************. You can find your API key at https://platform.openai.com/account/api-keys.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}"#
    ),
    ResponseCase(
      "unauthorized", 403, #"{"error":{"message":"Access denied","type":"invalid_request_error","param":null,"code":"access_denied"}}"#),
    ResponseCase(
      "access-disabled", 403, #"{"error":{"message":"Access denied","type":"invalid_request_error","param":null,"code":"access_denied"}}"#),
    ResponseCase(
      "payment-discovery", 401,
      #"{"error":{"message":"You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.","type":"invalid_request_error","param":null,"code":null}}"#
    ),
    ResponseCase(
      "payment-required", 403,
      #"{"error":{"message":"用户额度不足, 剩余额度: ¥-0.013362","type":"new_api_error","param":null,"code":"insufficient_user_quota"}}"#),
    ResponseCase(
      "invalid-sign-in", 401,
      #"{"error":{"message":"Incorrect API key provided: sk-***********************. You can find your API key at https://platform.openai.com/account/api-keys.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}"#
    ),
    ResponseCase(
      "payment-header-not-accepted", 400,
      #"{"error":{"message":"Payment headers are not accepted on this path.","type":"invalid_request_error","param":null,"code":null}}"#),
    ResponseCase(
      "insufficient-balance", 403,
      #"{"error":{"message":"用户额度不足, 剩余额度: ¥-0.013362","type":"new_api_error","param":null,"code":"insufficient_user_quota"}}"#),
    ResponseCase(
      "spend-limit", 429,
      #"{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}"#
    ),
    ResponseCase(
      "spend-limit-diem", 429,
      #"{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}"#
    ),
    ResponseCase(
      "quota-exhausted", 429,
      #"{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}"#
    ),
    ResponseCase(
      "billing-hard-limit", 400,
      #"{"error":{"message":"Billing hard limit has been reached.","type":"billing_limit_user_error","param":null,"code":"billing_hard_limit_reached"}}"#
    ),
    ResponseCase(
      "invalid-model", 400,
      #"{"error":{"message":"Invalid value: 'gpt-image-2'. Value must be 'dall-e-2'.","type":"invalid_request_error","param":"model","code":"invalid_value"}}"#
    ),
    ResponseCase(
      "model-not-found", 404,
      #"{"error":{"message":"The model 'gpt-image-2' does not exist","type":"invalid_request_error","param":"model","code":"model_not_found"}}"#
    ),
    ResponseCase(
      "model-retired", 404,
      #"{"error":{"message":"The model 'gpt-image-2' does not exist","type":"invalid_request_error","param":"model","code":"model_not_found"}}"#
    ),
    ResponseCase(
      "pro-only-model", 403,
      #"{"error":{"message":"This token has no access to model gpt-image-2","type":"invalid_request_error","param":"model","code":null}}"#),
    ResponseCase(
      "model-privacy", 403,
      #"{"error":{"message":"This token has no access to model gpt-image-2","type":"invalid_request_error","param":"model","code":null}}"#),
    ResponseCase(
      "model-offline", 503,
      #"{"error":{"message":"No available channel for model gpt-image-2 under group default (distributor)","type":"new_api_error","param":"model","code":"model_not_found"}}"#
    ),
    ResponseCase(
      "no-channel", 503,
      #"{"error":{"message":"No available channel for model gpt-image-2 under group default (distributor)","type":"new_api_error","param":"model","code":"model_not_found"}}"#
    ),
    ResponseCase(
      "rate-limited", 429,
      #"{"error":{"message":"Rate limit reached for gpt-image-2 (for limit gpt-image) in organization org-mock on input-images per min: Limit 5, Used 5, Requested 1. Please try again in 12s.","type":"input-images","param":null,"code":"rate_limit_exceeded"}}"#,
      ["retry-after: 12", "retry-after-ms: 12000"]),
    ResponseCase(
      "error-budget", 429,
      #"{"error":{"message":"Rate limit reached for gpt-image-2 (for limit gpt-image) in organization org-mock on input-images per min: Limit 20, Used 20, Requested 1. Please try again in 30s.","type":"input-images","param":null,"code":"rate_limit_exceeded"}}"#,
      ["retry-after: 30", "retry-after-ms: 30000"]),
    ResponseCase(
      "model-overloaded", 429,
      #"{"error":{"message":"The model is currently busy, please try again later","type":"bad_response_status_code","param":null,"code":"bad_response_status_code"}}"#
    ),
    ResponseCase(
      "at-capacity", 503,
      #"{"error":{"message":"The model is currently busy, please try again later","type":"bad_response_status_code","param":null,"code":"bad_response_status_code"}}"#
    ),
    ResponseCase(
      "concurrency-limit", 429,
      #"{"error":{"message":"Rate limit reached for gpt-image-2 (for limit gpt-image) in organization org-mock on input-images per min: Limit 5, Used 5, Requested 1. Please try again in 12s.","type":"input-images","param":null,"code":"rate_limit_exceeded"}}"#,
      ["retry-after: 12", "retry-after-ms: 12000"]),
    ResponseCase(
      "invalid-request", 400,
      #"{"error":{"message":"Missing required parameter: 'prompt'.","type":"invalid_request_error","param":"prompt","code":"missing_required_parameter"}}"#
    ),
    ResponseCase(
      "invalid-json", 400,
      #"{"error":{"message":"We could not parse the JSON body of your request. The API expects a JSON payload, but what was sent was not valid JSON.","type":"invalid_request_error","param":null,"code":null}}"#
    ),
    ResponseCase(
      "unsupported-content-type", 400,
      #"{"error":{"message":"Unsupported content type: 'text/plain'. This API method only accepts 'multipart/form-data' or 'application/json' requests, but you specified the header 'Content-Type: text/plain'. Please try again with a supported content type.","type":"invalid_request_error","param":null,"code":"unsupported_content_type"}}"#
    ),
    ResponseCase(
      "payload-too-large", 413,
      #"{"error":{"message":"request body too large","type":"invalid_request_error","param":null,"code":"read_request_body_failed"}}"#),
    ResponseCase(
      "corrupted-image", 400,
      #"{"error":{"message":"Invalid image file or mode for image 1, please check your image file.","type":"image_generation_user_error","param":null,"code":"invalid_image_file"}}"#
    ),
    ResponseCase(
      "image-too-small", 400,
      #"{"error":{"message":"Invalid image file or mode for image 1, please check your image file.","type":"image_generation_user_error","param":null,"code":"invalid_image_file"}}"#
    ),
    ResponseCase(
      "image-too-large", 400,
      #"{"error":{"message":"Uploaded image must be a PNG and less than 4 MB.","type":"invalid_request_error","param":null,"code":"invalid_image_format"}}"#
    ),
    ResponseCase(
      "media-not-found", 400,
      #"{"error":{"message":"Error while downloading https://example.com/image.png.","type":"invalid_request_error","param":"input","code":"invalid_image_url"}}"#
    ),
    ResponseCase(
      "content-policy", 400,
      #"{"error":{"message":"Your request was rejected by the safety system. safety_violations=[sexual].","type":"image_generation_user_error","param":null,"code":"moderation_blocked"}}"#
    ),
    ResponseCase(
      "content-policy-suggestion", 400,
      #"{"error":{"message":"Your request was rejected by the safety system. safety_violations=[sexual].","type":"image_generation_user_error","param":null,"code":"moderation_blocked"}}"#
    ),
    ResponseCase(
      "inference-failed", 500,
      #"{"error":{"message":"The server had an error while processing your request.","type":"server_error","param":null,"code":"server_error"}}"#
    ),
    ResponseCase(
      "edit-failed", 500,
      #"{"error":{"message":"The server had an error while processing your request.","type":"server_error","param":null,"code":"server_error"}}"#
    ),
    ResponseCase(
      "unknown-error", 500,
      #"{"error":{"message":"The server had an error while processing your request.","type":"server_error","param":null,"code":"server_error"}}"#
    ),
    ResponseCase(
      "timeout", 504,
      #"{"error":{"message":"bad response status code 504","type":"upstream_error","param":null,"code":"bad_response_status_code"}}"#),
    ResponseCase(
      "bad-response", 502,
      #"{"error":{"message":"bad response status code 502","type":"upstream_error","param":null,"code":"bad_response_status_code"}}"#),
    ResponseCase("success-false", 200, #"{"message":"get user group failed","success":false}"#),
    ResponseCase(
      "not-found", 404,
      #"{"error":{"message":"Invalid URL (POST /api/v1/image/edit)","type":"invalid_request_error","param":null,"code":null}}"#),
  ]
}
