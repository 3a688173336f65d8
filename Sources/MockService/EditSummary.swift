internal import Contract
internal import Journal

/// What is known of the edit that a request asks for, accepted or not; only gathered where somebody wants to be told.
struct EditSummary: Sendable {
  var form: SubmittedForm?
  var model: String?
  var prompt: String?
  /// As far as they have come, a mask at the end.
  var images: [RequestImage] = []
  /// In micro-dollars; nil: nobody documents it.
  var price: Int?
  var pictures = 1

  /// What can be read off the form of a request that was refused.
  init(form: SubmittedForm?) {
    self.form = form
    model = form?["model"]?.text?.string ?? form?["modelId"]?.text?.string
    prompt = form?["prompt"]?.text?.string
  }

  init(_ candidate: ValidatedVeniceEdit, form: SubmittedForm?) {
    self.form = form
    model = candidate.model.id
    prompt = candidate.prompt
    price = candidate.price
  }

  init(_ candidate: ValidatedDGridEdit, form: SubmittedForm?) {
    self.form = form
    model = candidate.model.id
    prompt = candidate.prompt
    pictures = candidate.count
  }

  func with(_ images: [RequestImage]) -> EditSummary {
    var edit = self
    edit.images = images
    return edit
  }
}
