internal import EditContract

/// What is known of the edit that a request asks for, accepted or not; only gathered for requests that go through a scenario.
struct ExaminedEdit: Sendable {
  var form: SubmittedForm?
  var model: String?
  var prompt: String?
  /// The first image.
  var image: ImageFacts?
  /// In micro-dollars; nil: nobody documents it.
  var price: Int?
  var pictures = 1

  /// What can be read off the form of a request that was refused.
  init(form: SubmittedForm?) {
    self.form = form
    model = form?["model"]?.text?.string ?? form?["modelId"]?.text?.string
    prompt = form?["prompt"]?.text?.string
  }

  init(_ candidate: VeniceCandidate, form: SubmittedForm?) {
    self.form = form
    model = candidate.model.id
    prompt = candidate.prompt
    price = candidate.price
  }

  init(_ candidate: DGridCandidate, form: SubmittedForm?) {
    self.form = form
    model = candidate.model.id
    prompt = candidate.prompt
    pictures = candidate.count
  }

  func with(_ image: ImageFacts?) -> ExaminedEdit {
    var edit = self
    edit.image = image
    return edit
  }
}
