/// A difference between the mock's contract and the API's own OpenAPI document that is intended, as `drift` explains it.
package struct KnownDeviation: Sendable {
  /// The difference in `drift`'s words: `status 422 of POST /image/edit`.
  package let subject: String
  /// The reason, as one sentence.
  package let says: String
  /// Where the reason is written down or was seen.
  package let source: String
  /// The first day whose contract has the difference; nil: those of all days have.
  package let since: ContractDate?

  init(_ subject: String, _ says: String, source: String, since: ContractDate? = nil) {
    self.subject = subject
    self.says = says
    self.source = source
    self.since = since
  }

  /// Returns the deviations from the API's document; DGrid publishes none.
  package static func all(of api: API) -> [KnownDeviation] { api == .venice ? VeniceKnownDeviations.all : [] }
}

/// The deviations from Venice's OpenAPI document, where its pages or clients say more.
enum VeniceKnownDeviations {
  static let all: [KnownDeviation] = fields + [looked] + statuses + headers + [enhancedPrompt] + models + october

  private static let edit = "POST /image/edit"

  private static let fields = [
    KnownDeviation(
      "field quality of \(edit)", "The page describes it; venice.quality-field=reject follows the document.",
      source: VeniceSource.page("\"optional quality parameter (low, medium, high)\"")),
    KnownDeviation(
      "field output_format of \(edit): value 'jpg'", "The document's own text and the page accept it as another name of jpeg.",
      source: VeniceSource.page("output_format: \"Accepts jpeg, jpg, png, or webp\"")),
  ]

  private static let looked = KnownDeviation(
    "field modelId of \(edit): list of values", "venice.model-id-enum=looked-up takes any model's id, as clients report.",
    source: VeniceSource.clientNotes)

  private static let statuses: [KnownDeviation] = [
    ("403", "Keys and accounts that may not do this", VeniceSource.errorTable("UNAUTHORIZED")),
    ("404", "Images that cannot be fetched, and paths that are none", VeniceSource.errorTable("MEDIA_NOT_FOUND")),
    ("405", "Another method than POST", VeniceSource.undocumented + ", see venice.wrong-method"),
    ("410", "Models that were switched off", VeniceSource.deprecations),
    ("413", "Files and bodies that are too large", VeniceSource.errorTable("PAYLOAD_TOO_LARGE")),
    ("422", "Images with too many pixels, and what the content policy forbids", VeniceSource.errorTable("IMAGE_TOO_LARGE")),
    ("431", "Headers that are too large", VeniceSource.undocumented),
    ("502", "Failures of what Venice asks upstream", VeniceSource.clientNotes),
    ("504", "Edits that take too long", VeniceSource.errorTable("REQUEST_TIMEOUT")),
  ].map { status, says, source in
    KnownDeviation("status \(status) of \(edit)", "\(says): the document lists fewer statuses.", source: source)
  }

  private static let headers: [KnownDeviation] =
    [
      KnownDeviation(
        "header x-venice-is-blurred of status 200 of \(edit)", "Another page of the documentation has it.", source: VeniceSource.headersPage
      )
    ]
    + [edit, "GET /models"].flatMap { everywhere(AccountHeaders.general, of: $0) }
    + everywhere(AccountHeaders(Settings(profile: .live)).documented, of: edit)
    + ["x-ratelimit-remaining", "x-ratelimit-resets", "retry-after"].map {
      KnownDeviation("header \($0) of status 429 of \(edit)", "Clients are told to read it.", source: VeniceSource.clientNotes)
    }

  private static func everywhere(_ headers: [ResponseHeader], of operation: String) -> [KnownDeviation] {
    headers.map {
      KnownDeviation(
        "header \($0.name.lowercased()) of every status of \(operation)", "Other pages and the client notes have it on all answers.",
        source: $0.source)
    }
  }

  private static let enhancedPrompt = KnownDeviation(
    "header x-venice-enhanced-prompt of status 200 of \(edit)", "The document tells of it in the text on `enhance_prompt` only.",
    source: VeniceSource.augustSchema + ", enhance_prompt")

  private static let models: [KnownDeviation] =
    [
      ("400", "A type that is none"), ("404", "A path that is none"), ("405", "Another method than GET and HEAD"),
      ("431", "Headers that are too large"),
    ].map { status, says in
      KnownDeviation("status \(status) of GET /models", "\(says): the document lists fewer statuses.", source: VeniceSource.clientNotes)
    } + [
      KnownDeviation("operation HEAD /models", "A client of Venice's asks it whether the service is there.", source: "source of venice-cli")
    ]

  /// What the contract of October has and August's document does not: there is no document of October.
  private static let october: [KnownDeviation] =
    ["anon_user_id of \(edit)", "aspect_ratio of \(edit): value '4:3'"].map {
      KnownDeviation("field \($0)", "It came after the document.", source: VeniceSource.octoberNotes, since: VeniceContracts.october)
    }
}
