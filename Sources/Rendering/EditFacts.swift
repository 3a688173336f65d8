/// What was asked, as the picture shows it and is coloured by.
package struct EditFacts: Sendable, Equatable {
  /// The API and its endpoint: `VENICE image/edit`.
  package var endpoint: String
  /// The model that was asked for; a long name is cut in its middle.
  package var model: String
  /// Any Unicode text, of any length; the caption shows as much as fits.
  package var prompt: String
  /// Short facts in the order they are shown: `16:9`, `1K`, `masked`.
  package var details: [String]
  /// Another seed gives another set of pictures.
  package var seed: UInt64
  /// Which of the images of one request this is, from 0.
  package var variation: Int

  /// The facts of variation 0 of seed 0, unless said otherwise.
  package init(endpoint: String, model: String, prompt: String, details: [String] = [], seed: UInt64 = 0, variation: Int = 0) {
    self.endpoint = endpoint
    self.model = model
    self.prompt = prompt
    self.details = details
    self.seed = seed
    self.variation = variation
  }
}
