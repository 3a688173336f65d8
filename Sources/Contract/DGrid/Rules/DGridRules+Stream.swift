/// `stream` and `partial_images`: refused, or read as OpenAI does, as `dgrid.stream` says.
extension DGridRules {
  static let streamFields: [Check<DGridForm, DGridError>] = [noStream, streamIsBoolean, streamByModel, partialImages]

  private static let events = Ambiguities.dgridStream.is(.events)

  private static let noStream = Check<DGridForm, DGridError>(
    "dgrid.edit.stream.unsupported", says: "`stream` is not true: DGrid documents no streamed edits.", .assumed,
    source: DGridSource.undocumented, response: "400 unsupported_value", when: Ambiguities.dgridStream.is(.reject)
  ) { form in
    guard let text = form.string("stream"), form.streams != false else { return [] }
    return [Finding("stream", expected: "false, or no such field", found: "'\(text.shortened())'", .notStreamed(text, "on this endpoint"))]
  }

  private static let streamIsBoolean = Check<DGridForm, DGridError>(
    "dgrid.edit.stream.boolean", says: "`stream` is true or false.", .observed, source: DGridSource.openAI("stream"),
    response: "400 invalid_type", when: events
  ) { form in
    guard let text = form.string("stream"), form.streams == nil else { return [] }
    return [
      Finding(
        "stream", expected: "true or false", found: "'\(text.shortened())'",
        .wrongType("stream", expected: "a boolean", found: "a string"))
    ]
  }

  private static let streamByModel = Check<DGridForm, DGridError>(
    "dgrid.edit.stream.model", says: "`stream` is true for GPT image models only.", .observed, source: DGridSource.openAI("stream"),
    response: "400 unsupported_value", when: events
  ) { form in
    guard form.streams == true, !form.model.isGPT else { return [] }
    let error = DGridError.notStreamed("true", "with this model")
    return [Finding("stream", expected: "false for \(form.model.id.shortened())", found: "'true'", error)]
  }

  private static let partialImages = Check<DGridForm, DGridError>(
    "dgrid.edit.partial_images.range", says: "`partial_images` is an integer from 0 to 3.", .observed,
    source: DGridSource.openAI("partial_images"), response: "400 invalid_value", when: events
  ) { form in form.problem("partial_images", notIn: 0...3) }
}

extension DGridForm {
  /// Whether `stream` asks for events, as Go's parser reads the text, and so the gateway: Python's clients send `False`. nil: the text is
  /// neither, or was not sent.
  var streams: Bool? {
    switch string("stream") {
    case "true", "True", "TRUE", "t", "T", "1": true
    case "false", "False", "FALSE", "f", "F", "0": false
    default: nil
    }
  }
}

extension DGridError {
  fileprivate static func notStreamed(_ value: String, _ place: String) -> DGridError {
    DGridError(
      400, "unsupported_value", param: "stream", "Unsupported value: 'stream' does not support '\(value.shortened())' \(place).")
  }
}
