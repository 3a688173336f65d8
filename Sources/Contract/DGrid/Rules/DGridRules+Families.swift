internal import Formats
internal import Images

/// What the services behind the gateway ask of their own models, beyond the page: under `dgrid.model-families=upstream`.
extension DGridRules {
  private static let upstream = Ambiguities.dgridModelFamilies.is(.upstream)

  static let familyFields: [Check<DGridForm, DGridError>] = [
    countByModel, quality, background, outputFormat, outputCompression, transparentFormat,
  ]

  private static let countByModel = Check<DGridForm, DGridError>(
    "dgrid.edit.n.model-maximum",
    says:
      "`n` is at most what the model makes: 10 for OpenAI's models, 1 for qwen-image-edit, 6 for qwen-image-edit-plus, -max and qwen-image-3, and for others the gateway's 128.",
    .observed, source: DGridSource.openAI("n") + "; Alibaba's model reference; " + DGridSource.gateway,
    response: "400 integer_above_max_value", when: upstream, asks: ["n": [.maximum(128)]]
  ) { form in
    let maximum = form.model.largestPictureCount
    guard let text = form.string("n"), let count = text.decimalInteger, count > maximum else { return [] }
    let error = DGridError.aboveMaximum("n", maximum: maximum, found: text.shortened())
    return [Finding("n", expected: "at most \(maximum) for \(form.model.id.shortened())", found: text.shortened(), error)]
  }

  private static let quality = option("quality", of: ["low", "medium", "high", "auto", "standard", "xhigh", "max"])
  private static let background = option("background", of: ["transparent", "opaque", "auto"])
  /// The client library also knows `svg`, which no picture of the mock is.
  private static let outputFormat = option("output_format", of: ["png", "jpeg", "webp"])

  /// A field of GPT image models with a list of values.
  private static func option(_ name: String, of values: [String]) -> Check<DGridForm, DGridError> {
    Check(
      "dgrid.edit.\(name).enum", says: "`\(name)` for GPT image models is \(values.joined(separator: ", ")).", .observed,
      source: "types of openai-python 3.57.0, images.edit, \(name)", response: "400 invalid_value", when: upstream
    ) { form in
      guard form.model.isGPT, let text = form.string(name), !values.contains(text) else { return [] }
      let error = DGridError.invalidValue(name, text.shortened(), supported: values)
      return [Finding(name, expected: "one of \(values.joined(separator: ", "))", found: "'\(text.shortened())'", error)]
    }
  }

  private static let outputCompression = Check<DGridForm, DGridError>(
    "dgrid.edit.output_compression.range", says: "`output_compression` for GPT image models is an integer from 0 to 100.", .observed,
    source: DGridSource.openAI("output_compression"), response: "400 invalid_value", when: upstream
  ) { form in form.model.isGPT ? form.problem("output_compression", notIn: 0...100) : [] }

  private static let transparentFormat = Check<DGridForm, DGridError>(
    "dgrid.edit.background.format", says: "A transparent background needs `output_format` png or webp: JPEG has no transparency.",
    .observed, source: DGridSource.openAI("background"), response: "400 invalid_value", when: upstream
  ) { form in
    guard form.model.isGPT, form.string("background") == "transparent", form.string("output_format") == "jpeg" else { return [] }
    let error = DGridError(
      400, "invalid_value", param: "background", "Transparent background is not supported for jpeg output; use png or webp.")
    return [Finding("background", expected: "opaque or auto with output_format jpeg", found: "'transparent'", error)]
  }

  static let messageParameters: [Check<DGridMessages, DGridError>] = [parametersCount, parametersSize]

  private static let parametersCount = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.parameters.n",
    says: "`parameters.n` is an integer from 1 to what the model makes: 1 for qwen-image-edit, 6 for qwen-image-edit-plus and -max.",
    .observed, source: "Alibaba's model reference; docs.newapi.pro, Qwen image edit", response: "400 invalid_value", when: upstream
  ) { body in
    guard let value = body.parameters?["n"] else { return [] }
    let maximum = DGridModel(body.modelID).largestPictureCount
    if let count = body.count, 1...maximum ~= count { return [] }
    let found = body.count.map { "\($0)" } ?? value.phrase
    let error = DGridError(400, "invalid_value", param: "parameters.n", "Invalid value for 'parameters.n': expected 1 to \(maximum).")
    return [Finding("parameters.n", expected: "an integer from 1 to \(maximum)", found: found, error)]
  }

  private static let parametersSize = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.parameters.size", says: "`parameters.size` is WIDTH*HEIGHT, or WIDTHxHEIGHT as the gateway takes it.", .observed,
    source: "docs.newapi.pro, Qwen image edit; " + DGridSource.gateway, response: "400 invalid_value", when: upstream
  ) { body in
    guard let value = body.parameters?["size"] else { return [] }
    guard let size = body.size else {
      let error = DGridError.wrongType("parameters.size", expected: "a string", found: value.phrase)
      return [Finding("parameters.size", expected: "a text such as 1024*1024", found: value.phrase, error)]
    }
    guard let problem = DGridSize.problem(size, DGridModel(body.modelID)) else { return [] }
    return [Finding("parameters.size", expected: problem.expected, found: "'\(size.shortened())'", problem.error)]
  }

  static let familyImages: [Check<DGridImages, DGridError>] = [gptFileSize, gptReadable]

  private static let gptFileSize = Check<DGridImages, DGridError>(
    "dgrid.edit.image.gpt-max-bytes", says: "An image file for GPT image models has less than 50 MB (52,428,800 bytes).", .observed,
    source: DGridSource.openAI("image"), response: "400 invalid_image_file", when: upstream
  ) { subject in
    guard subject.followsOpenAI else { return [] }
    let limit = 50 * 1024 * 1024
    return subject.uploads.filter { $0.facts.byteCount >= limit }.map { index, facts in
      let text = "Image \(index + 1) is too large: it must be less than 50 MB."
      let error = DGridError.imageError("invalid_image_file", param: "image", text)
      return Finding("image", expected: "less than \(limit) bytes", found: "\(facts.byteCount)", error)
    }
  }

  private static let gptReadable = Check<DGridImages, DGridError>(
    "dgrid.edit.image.gpt-format", says: "An image for GPT image models is a whole PNG, JPEG or WebP, told by its bytes.", .observed,
    source: DGridSource.openAI("image"), response: "400 invalid_image_file", when: upstream
  ) { subject in
    guard subject.followsOpenAI else { return [] }
    return subject.uploads.filter { !$0.facts.isWhole(as: [.png, .jpeg, .webp]) }.map { index, facts in
      Finding("image", expected: "a whole PNG, JPEG or WebP", found: facts.complaint, .unreadableImage(index + 1))
    }
  }
}

extension DGridForm {
  /// Whether the rules of the services behind the gateway hold.
  var followsUpstream: Bool { settings[Ambiguities.dgridModelFamilies] == .upstream }

  /// Finds a field that is sent and no integer within the bounds.
  func problem(_ name: String, notIn bounds: ClosedRange<Int>) -> [Finding<DGridError>] {
    guard let text = string(name), text.decimalInteger.map(bounds.contains) != true else { return [] }
    let expected = "an integer from \(bounds.lowerBound) to \(bounds.upperBound)"
    let error = DGridError(400, "invalid_value", param: name, "Invalid value: '\(text.shortened())'. Expected \(expected).")
    return [Finding(name, expected: expected, found: "'\(text.shortened())'", error)]
  }
}
