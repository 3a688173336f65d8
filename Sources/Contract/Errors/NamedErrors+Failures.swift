internal import Formats
internal import HTTPMessage

extension NamedErrors {
  static let failures = [inference, edit, unknown, timeout, badResponse, successFalse, notFound]

  private static let inference = NamedError(
    "inference-failed", "The model failed.",
    venice: .venice(.inferenceFailed), dgrid: serverError)

  private static let edit = NamedError(
    "edit-failed", "The edit failed.",
    venice: .venice(.editFailed), dgrid: serverError)

  private static let unknown = NamedError(
    "unknown-error", "Something failed, and the error does not say what.",
    venice: .venice(.unknown), dgrid: serverError)

  private static let serverError = NamedError.APIVariant.dgrid(.editFailed, .nearest("OpenAI's general 500.", DGridSource.openAIKnowledge))

  private static let timeout = NamedError(
    "timeout", "The service gave up on the edit.",
    venice: .venice(.timeout, note: "That edits answer it is assumed: the OpenAPI document lists it elsewhere."),
    dgrid: .dgrid(.badResponse(504), .nearest("the gateway's words for an upstream that answered 504.", DGridSource.gateway)))

  private static let badResponse = NamedError(
    "bad-response", "What the service asked upstream answered nonsense.",
    venice: .venice(
      .upstreamFailed,
      .observed(VeniceSource.clientNotes, note: "They have 502 for failures upstream; that edits answer it, and the text, is assumed.")),
    dgrid: .dgrid(.badResponse(502), .observed(DGridSource.gateway, note: "The status is the upstream's: 502 is assumed.")))

  private static let successFalse = NamedError(
    "success-false", "A 200 whose body says that it failed.",
    venice: .venice(nearest: .unknown, "no failure hides in a 200; the general 500."),
    dgrid: .other("success: false", .observed(DGridSource.gateway, note: "Seen on the list of models; that edits do it is assumed.")) { _ in
      // A map's keys leave the gateway in alphabetical order.
      .json(200, ["message": "get user group failed", "success": false])
    })

  private static let notFound = NamedError(
    "not-found", "There is nothing at that path.",
    venice: .venice(.notFound, .observed("POST /v1/images/edits at Venice answered {\"error\":\"Not found\"}")),
    dgrid: .dgrid(.observed(DGridSource.gateway)) { .unknownURL("POST", $0.path) })
}
