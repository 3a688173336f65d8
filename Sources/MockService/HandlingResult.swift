internal import Contract
internal import HTTPMessage
internal import Journal

/// What a request amounts to: the contract's refusal or warnings, what is known of its edit, and the response.
struct HandlingResult: Sendable {
  private enum Content: Sendable {
    case response(Response)
    /// Pictures that are put into a response; `isRendered` when that needs no more than what is in memory.
    case pictures(isRendered: Bool, @Sendable (PictureChange?) -> Response)
  }

  private var content: Content
  /// The contract's refusal; nil: the request keeps the contract.
  private(set) var refusal: Refusal?
  private(set) var warnings: [Violation] = []
  /// What the request asks to edit; nil: no edit, or neither a scenario nor the journal reads it.
  private(set) var edit: EditSummary?
  /// What the scenario does with the response; nil: nothing.
  var reply: ScenarioReply?
  /// Tells whether the response is the one of a ``ResponseOverride``, to which the mock adds nothing but its id.
  private(set) var isOverridden = false

  /// Makes the result of a request that is no edit.
  init(_ response: Response) { content = .response(response) }

  init(_ refusal: Refusal, warnings: [Violation] = [], edit: EditSummary? = nil) {
    content = .response(refusal.response)
    self.refusal = refusal
    self.warnings = warnings
    self.edit = edit
  }

  /// Makes the result of an accepted edit.
  ///
  /// - Parameters:
  ///   - isRendered: whether `respond` is cheap, because the pictures' files are in memory.
  ///   - respond: puts the pictures into a response, each changed first where there is a change; renders those that are not there yet.
  init(warnings: [Violation], edit: EditSummary?, isRendered: Bool, respond: @escaping @Sendable (PictureChange?) -> Response) {
    content = .pictures(isRendered: isRendered, respond)
    self.warnings = warnings
    self.edit = edit
  }

  /// Returns the same request with another response in place of the mock's own. A request that was let through has violated no rule,
  /// whatever the contract says.
  func overridden(by response: Response) -> HandlingResult {
    var result = self
    result.content = .response(response)
    if response.status < 400 { result.refusal = nil }
    result.isOverridden = true
    return result
  }

  var violations: [Violation] { refusal?.violations ?? [] }

  /// The response: the scenario's where it has one, else the contract's; deferred where a picture has to be rendered or changed.
  var response: Work<Response> {
    if let response = reply?.response { return .ready(response) }
    switch content {
    case .response(let response): return .ready(response)
    case .pictures(let isRendered, let respond):
      let change = reply?.pictureChange
      return isRendered && change == nil ? .ready(respond(nil)) : .deferred { respond(change) }
    }
  }
}

/// Changes the file of a picture before it is put into a response.
typealias PictureChange = @Sendable ([UInt8]) -> [UInt8]

/// What is known of the edit that a request asks for, accepted or not.
struct EditSummary: Sendable {
  var form: SubmittedForm?
  var model: String?
  var prompt: String?
  /// The images as far as they have arrived, a mask at the end.
  var images: [RequestImage] = []
  /// In micro-dollars; nil: it is not documented.
  var price: Int?
  var pictures = 1

  /// Collects what is known; of a refused request, model and prompt are what the form says. nil when nothing is to be captured.
  init?(model: String? = nil, prompt: String? = nil, price: Int? = nil, pictures: Int = 1, form: SubmittedForm?, _ level: CaptureLevel) {
    guard level != .none else { return nil }
    let form = level.captured(form)
    self.form = form
    self.model = model ?? form?["model"]?.text?.string ?? form?["modelId"]?.text?.string
    self.prompt = prompt ?? form?["prompt"]?.text?.string
    (self.price, self.pictures) = (price, pictures)
  }

  /// Returns the summary with the images that have arrived.
  func with(_ images: [RequestImage]) -> EditSummary {
    var edit = self
    edit.images = images
    return edit
  }
}

extension [Violation] {
  /// The ids of the rules, each once, in order.
  var ruleIDs: [String] {
    var ids: [String] = []
    for violation in self where !ids.contains(violation.rule.id) { ids.append(violation.rule.id) }
    return ids
  }
}
