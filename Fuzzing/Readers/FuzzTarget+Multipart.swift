internal import Formats
internal import HTTPMessage
internal import HTTPServer

extension FuzzTarget {
  /// The first line is a content type, the rest a body: its parts are what stands between the delimiter lines, however the body came in.
  static let multipart = FuzzTarget("multipart", upTo: 400) { input throws(PropertyViolation) in
    let line = input.prefix { $0 != 0x0A }
    let body = Array(input.dropFirst(line.count + 1))
    let boundary = try MultipartProperty.boundary(String(decoding: line, as: UTF8.self))
    switch MultipartProperty.parse(body, boundary) {
    case .success(let form):
      try MultipartProperty.delimited(form, boundary)
      try MultipartProperty.written(form, boundary)
    case .failure(let error): try demand(0...body.count ~= error.offset, "offset \(error.offset) is outside")
    }
    try MultipartProperty.limited(body, boundary)
    try IntakeProperty.holds(of: body)
  }
}

private enum MultipartProperty {
  /// The boundary that the content type names; another one where it names none.
  static func boundary(_ contentType: String) throws(PropertyViolation) -> [UInt8] {
    let type: MediaType
    do {
      type = try MediaType(parsing: contentType)
    } catch {
      try demand(0...contentType.utf8.count ~= error.offset, "offset \(error.offset) is outside")
      return Array("edge".utf8)
    }
    return (try? type.boundary()) ?? Array("edge".utf8)
  }

  static func parse(
    _ body: [UInt8], _ boundary: [UInt8], _ limits: MultipartLimits = .default
  ) -> Result<MultipartForm, MultipartError> {
    Result { () throws(MultipartError) in try MultipartForm(parsing: body, boundary: boundary, limits: limits) }
  }

  static func delimited(_ form: MultipartForm, _ boundary: [UInt8]) throws(PropertyViolation) {
    let delimiters = ReferenceDelimiters(form.bytes, boundary: boundary)
    try demand(delimiters.isClosed, "a body without its end is taken")
    try demand(form.parts.map(\.offset) == delimiters.offsets.dropLast(), "the parts do not begin where the delimiters are")
    for (part, next) in zip(form.parts, delimiters.offsets.dropFirst()) {
      let data = part.body
      try demand(part.offset < data.lowerBound && data.upperBound <= next, "the data of a part is outside of it")
      try demand(
        data.upperBound == next - 2 || data.isEmpty && data.upperBound == next, "the data of a part does not go up to the delimiter")
      try demand(form.bytes[..<data.lowerBound].suffix(2) == [0x0D, 0x0A], "the data of a part does not follow an empty line")
    }
  }

  /// Written again, it is the same form.
  static func written(_ form: MultipartForm, _ boundary: [UInt8]) throws(PropertyViolation) {
    // Headers are given as text: what is no UTF-8 in them cannot be written as it was.
    guard !form.parts.flatMap(\.headers).contains(where: { $0.value.unicodeScalars.contains("\u{FFFD}") }) else { return }
    var body: [UInt8] = []
    for part in form.parts {
      body += Array("--".utf8) + boundary + [0x0D, 0x0A]
      for (name, value) in part.headers { body += Array("\(name): \(value)\r\n".utf8) }
      body += [0x0D, 0x0A] + form.bytes[part.body] + [0x0D, 0x0A]
    }
    body += Array("--".utf8) + boundary + Array("--".utf8)
    guard case .success(let again) = parse(body, boundary) else { throw PropertyViolation("what was written is no form") }
    let isSame = again.parts.elementsEqual(form.parts) {
      $0.name == $1.name && $0.filename == $1.filename && $0.contentType == $1.contentType && again.bytes[$0.body] == form.bytes[$1.body]
    }
    try demand(isSame, "what was written is another form")
  }

  /// With low limits it is refused for them, or comes to the same.
  static func limited(_ body: [UInt8], _ boundary: [UInt8]) throws(PropertyViolation) {
    let limits = MultipartLimits(headerBytes: 60, parts: 2)
    switch (parse(body, boundary), parse(body, boundary, limits)) {
    case (.success(let form), .success(let limited)):
      try demand(limited.parts.map(\.body) == form.parts.map(\.body), "with low limits it is another form")
      try demand(limited.parts.count <= limits.parts, "there are more parts than the limit allows")
    case (.failure, .success): throw PropertyViolation("low limits let through what is none")
    case (let whole, .failure(let error)):
      try demand(0...body.count ~= error.offset, "offset \(error.offset) is outside")
      if error.kind == .tooManyParts || error.kind == .headersTooLong { return }
      guard case .failure(error) = whole else { throw PropertyViolation("low limits refuse it for something else: \(error)") }
    }
  }
}

/// A body is taken in the same however it is cut into pieces.
private enum IntakeProperty {
  static func holds(of body: [UInt8]) throws(PropertyViolation) {
    // Every split of a longer body would be as many copies of it.
    let splits = body.count <= 12 ? Array(0...body.count) : [1, body.count / 2, body.count - 1]
    for split in splits {
      let pieces = [body[..<split], body[split...]]
      try demand(take(pieces, upTo: body.count) == .complete(body), "split at \(split) it is another body")
      guard !body.isEmpty else { continue }
      try demand(
        take(pieces, upTo: body.count - 1) == .tooLarge(limit: body.count - 1, received: body.count),
        "split at \(split) it is not too large")
    }
    try demand(take(body.indices.map { body[$0...$0] }, upTo: body.count) == .complete(body), "byte by byte it is another body")
  }

  private static func take(_ pieces: [ArraySlice<UInt8>], upTo limit: Int) -> RequestBody {
    var intake = BodyIntake(upTo: limit, announced: limit)
    for piece in pieces { unsafe piece.withUnsafeBytes { unsafe intake.take($0) } }
    return intake.body()
  }
}
