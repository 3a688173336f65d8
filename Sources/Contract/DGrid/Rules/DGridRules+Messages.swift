internal import Formats

extension DGridRules {
  /// The rules on a JSON body; those on what is inside a missing value do not apply.
  static let messages: [Check<DGridMessages, DGridError>] =
    [
      notOpenAIShape, modelNamed, inputObject, messagesArray, messagesNotEmpty, messageObject, messageRole, messageContent,
    ] + messageParameters

  private static let pageTable = "Qwen-specific request fields"

  private static let notOpenAIShape = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.shape", says: "A JSON body is of the Qwen shape: `input`, not OpenAI's `images` and `prompt`.", .documented,
    source: DGridSource.page(pageTable), response: "400 unknown_parameter"
  ) { body in
    guard body.body["input"] == nil, let key = ["images", "image", "prompt"].first(where: { body.body[$0] != nil }) else { return [] }
    return [Finding(key, expected: "`input.messages`", found: "`\(key)`", .unknownParameter(key))]
  }

  private static let modelNamed = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.model", says: "`model` is a string that is not empty.", .documented,
    source: DGridSource.page(pageTable + ", model: required"), response: "400 missing_required_parameter",
    asks: ["model": [.required, .string, .minimumLength(1)]]
  ) { body in
    guard let value = body.body["model"] else { return [Finding("model", expected: "a string", found: "no such key", .missingModel)] }
    guard case .string = value else { return [Finding("model", expected: "a string", found: value.typeName, .modelNoString(value.phrase))] }
    guard body.modelID != "" else { return [Finding("model", expected: "a model", found: "an empty text", .missingModel)] }
    return []
  }

  private static let inputObject = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.input", says: "`input` is an object.", .documented, source: DGridSource.page(pageTable + ", input: object, required"),
    response: "400 missing_required_parameter", asks: ["input": [.required, .object]]
  ) { body in body.body["input"].problem("input", expected: "an object") { if case .object = $0 { true } else { false } } }

  private static let messagesArray = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.messages", says: "`input.messages` is an array.", .documented,
    source: DGridSource.page(pageTable + ", input.messages: array, required"), response: "400 missing_required_parameter",
    asks: ["input.messages": [.required, .array]]
  ) { body in
    guard let input = body.input else { return [] }
    return input["messages"].problem("input.messages", expected: "an array") { if case .array = $0 { true } else { false } }
  }

  private static let messagesNotEmpty = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.messages.not-empty", says: "`input.messages` has at least one message.", .assumed, source: DGridSource.undocumented,
    response: "400 empty_array", asks: ["input.messages": [.minimumItems(1)]]
  ) { body in
    guard body.messages?.isEmpty == true else { return [] }
    let text = "Invalid 'input.messages': empty array. Expected an array with minimum length 1, but got an empty array instead."
    let error = DGridError(400, "empty_array", param: "input.messages", text)
    return [Finding("input.messages", expected: "at least one message", found: "none", error)]
  }

  private static let messageObject = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.message.object", says: "Each message is an object.", .documented, source: DGridSource.page(pageTable),
    response: "400 invalid_type", asks: ["input.messages[]": [.object]]
  ) { body in
    (body.messages ?? []).enumerated().flatMap { (index, value) -> [Finding<DGridError>] in
      Optional(value).problem("input.messages[\(index)]", expected: "an object") { if case .object = $0 { true } else { false } }
    }
  }

  private static let messageRole = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.message.role", says: "Each message has a `role`, a string that is not empty.", .documented,
    source: DGridSource.page(pageTable + ", input.messages[].role: string, required"), response: "400 missing_required_parameter",
    asks: ["input.messages[].role": [.required, .string, .minimumLength(1)]]
  ) { body in body.objects.flatMap { index, message in message["role"].textProblem("input.messages[\(index)].role", body.document) } }

  private static let messageContent = Check<DGridMessages, DGridError>(
    "dgrid.edit.json.message.content", says: "Each message has a `content`, a string that is not empty.", .documented,
    source: DGridSource.page(pageTable + ", input.messages[].content: string, required"), response: "400 missing_required_parameter",
    asks: ["input.messages[].content": [.required, .string, .minimumLength(1)]]
  ) { body in
    body.objects.flatMap { (index, message) -> [Finding<DGridError>] in
      let path = "input.messages[\(index)].content"
      if body.acceptsParts, case .array(let parts)? = message["content"], !parts.isEmpty {
        return parts.enumerated().flatMap { number, part in part.partProblems("\(path)[\(number)]") }
      }
      return message["content"].textProblem(path, body.document)
    }
  }

  static let messageWarnings: [Warning<DGridMessages>] = [otherModel, unusedKey, repeatedKey]

  private static let otherModel = Warning<DGridMessages>(
    "dgrid.edit.json.model-family", says: "The JSON shape is sent for Qwen models; OpenAI's take the multipart form.", .documented,
    source: DGridSource.page("\"the Qwen-specific request format for wanx-v1-style models\"")
  ) { body in
    let model = DGridModel(body.modelID)
    guard model.isGPT || model.family == .dallE2 else { return [] }
    return [Finding("model", expected: "a Qwen model such as wanx-v1", found: "'\(model.id.shortened())'")]
  }

  private static let unusedKey = Warning<DGridMessages>(
    "dgrid.edit.json.unused-key",
    says: "Only `model` and `input` are sent, in it `messages`, in these `role` and `content`: other keys are not used by this shape.",
    .documented,
    source: DGridSource.page(pageTable) + "; qwen-image-generations: \"n and response_format are not used by this format\""
  ) { body in
    body.levels.flatMap { level in
      level.object.keys.filter { !level.keys.contains($0) }.map { key in
        let expected = level.keys.map { "`\($0)`" }.joined(separator: " and ")
        let way = key.contains("image") ? "; write the image into `content`, as a URL or data URL" : ""
        return Finding("\(level.path)\(key.shortened())", expected: expected + way, found: "'\(key.shortened())', which has no effect")
      }
    }
  }

  private static let repeatedKey = Warning<DGridMessages>(
    "dgrid.edit.json.repeated-key", says: "No key of a JSON object appears twice; the last one counts.", .assumed,
    source: "most JSON readers keep the last"
  ) { body in
    body.levels.flatMap { level in
      level.object.duplicateKeys.map { key in
        Finding("\(level.path)\(key.shortened())", expected: "one `\(key.shortened())`", found: "several; the last one counts")
      }
    }
  }
}

extension JSONValue? {
  /// Finds a value that is missing or of another type.
  fileprivate func problem(_ path: String, expected: String, _ fits: (JSONValue) -> Bool) -> [Finding<DGridError>] {
    guard let self else { return [Finding(path, expected: expected, found: "no such key", .missing(path))] }
    guard fits(self) else {
      return [Finding(path, expected: expected, found: self.typeName, .wrongType(path, expected: expected, found: self.phrase))]
    }
    return []
  }

  /// Finds a value that is missing, no string, or an empty one.
  fileprivate func textProblem(_ path: String, _ document: JSONDocument) -> [Finding<DGridError>] {
    if case .string(let string)? = self, document.text(of: string).isEmpty {
      return [Finding(path, expected: "a text", found: "an empty text", .missing(path))]
    }
    return problem(path, expected: "a string") { if case .string = $0 { true } else { false } }
  }
}

extension JSONValue {
  /// Finds what is wrong with a part of a content: it is an object, whose `image` and `text` are strings.
  fileprivate func partProblems(_ path: String) -> [Finding<DGridError>] {
    guard case .object(let part) = self else {
      return Optional(self).problem(path, expected: "an object with `image` or `text`") { _ in false }
    }
    return ["image", "text"].flatMap { key -> [Finding<DGridError>] in
      guard let value = part[key] else { return [] }
      return Optional(value).problem("\(path).\(key)", expected: "a string") { if case .string = $0 { true } else { false } }
    }
  }

  /// The type in the words of OpenAI's messages.
  var phrase: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number(let number): number.int == nil ? "a decimal number" : "an integer"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
