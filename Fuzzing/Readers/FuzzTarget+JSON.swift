internal import Formats

extension FuzzTarget {
  /// Texts are taken as RFC 8259 says, errors are at the first byte that cannot be, and what is read is written the same.
  static let json = FuzzTarget("json", upTo: 256) { input throws(PropertyViolation) in
    // Depth has a limit of its own, which is tested; here it would only end both parsers early.
    guard input.count(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) <= JSONLimits.wide.depth else { return }
    let reference = ReferenceJSON(input)
    switch JSONProperty.parse(input, .wide) {
    case .success(let document):
      try demand(reference != nil, "the parser takes what is not JSON")
      try JSONProperty.written(document)
      try JSONProperty.numbers(of: document.root)
    case .failure(let error):
      try demand(reference == nil, "the parser refuses JSON: \(error)")
      try JSONProperty.firstWrongByte(of: input, error)
    }
    try JSONProperty.limited(input, reference)
  }
}

extension JSONLimits {
  fileprivate static let wide = JSONLimits(depth: 512, values: .max, numberLength: .max)
  /// So low that a short text comes up to them.
  fileprivate static let low = JSONLimits(depth: 4, values: 12, numberLength: 9)
}

private enum JSONProperty {
  static func parse(_ text: [UInt8], _ limits: JSONLimits) -> Result<JSONDocument, JSONError> {
    Result { () throws(JSONError) in try JSONDocument(parsing: text, limits: limits) }
  }

  /// What stands before the error can be gone on with: alone it is JSON, or it ends too early.
  static func firstWrongByte(of input: [UInt8], _ error: JSONError) throws(PropertyViolation) {
    try demand(0...input.count ~= error.offset, "offset \(error.offset) is outside")
    try demand(error.line >= 1 && error.column >= 1 && error.line + error.column <= error.offset + 2, "the place of '\(error)' is outside")
    guard case .failure(let earlier) = parse(Array(input.prefix(error.offset)), .wide) else { return }
    try demand(earlier.offset == error.offset, "'\(error)' has '\(earlier)' before it")
  }

  static func written(_ document: JSONDocument) throws(PropertyViolation) {
    let output = document.output(of: document.root)
    let text = output.serialized()
    for layout in [text, output.serialized(indent: 1)] {
      switch parse(layout, .wide) {
      case .success(let again):
        try demand(again.output(of: again.root).serialized() == text, "what was written is read as something else")
      case .failure(let error): throw PropertyViolation("what was written cannot be read: \(error)")
      }
    }
  }

  /// What JavaScript would print is the same number.
  static func numbers(of value: JSONValue) throws(PropertyViolation) {
    switch value {
    case .number(let number):
      let text = String(decoding: JSONOutput.double(number.double).serialized(), as: UTF8.self)
      try demand(number.double.isFinite ? Double(text) == number.double : text == "null", "\(number.lexeme) is printed as \(text)")
      try demand(number.int == nil || number.isInteger, "\(number.lexeme) is \(number.int ?? 0), and no integer")
    case .array(let elements): for element in elements { try numbers(of: element) }
    case .object(let object): for member in object.members { try numbers(of: member.value) }
    case .null, .bool, .string: break
    }
  }

  static func limited(_ input: [UInt8], _ reference: ReferenceJSON?) throws(PropertyViolation) {
    let limits = JSONLimits.low
    let isWithin = reference.map { $0.deepest <= limits.depth && $0.values <= limits.values && $0.longestNumber <= limits.numberLength }
    switch parse(input, limits) {
    case .success: try demand(isWithin == true, "the parser takes what is beyond its limits")
    case .failure(let error):
      try demand(isWithin != true, "the parser refuses what is within its limits: \(error)")
      try demand(0...input.count ~= error.offset, "offset \(error.offset) is outside")
    }
  }
}
