internal import Formats
internal import HTTPMessage
internal import Support

/// Tells which requests are the same for a recording: those with the same method, path, query and fields of the body.
///
/// Not the headers, and neither the boundary of a multipart form nor the order of keys and the white space of JSON.
struct RequestKey: Hashable, Sendable {
  let digest: SHA256Digest

  /// - Parameter request: without its secrets.
  init(_ request: Request) {
    var hasher = SHA256Hasher()
    hasher.update("\(request.head.method) \(request.head.path)?\(request.head.query)\n")
    let body = request.body.bytes
    switch BodyContent(body, request.head.headers) {
    case .json(let document): hasher.update(document.root, of: document)
    case .multipart(let form):
      for part in form.parts.sortedStably(by: \.name) {
        hasher.update(field: Array(part.name.utf8))
        hasher.update(field: part.filename.map { Array($0.utf8) } ?? [0])
        hasher.update(field: Array((part.contentType ?? "").utf8))
        hasher.update(field: Array(form.bytes[part.body]))
      }
    case .other: hasher.update(field: body)
    }
    digest = hasher.finish()
  }

  /// Returns the beginning of a digest: enough to tell recordings apart.
  static func short(_ digest: SHA256Digest) -> String { String("\(digest)".prefix(12)) }
}

extension SHA256Hasher {
  /// Adds a field behind its length, which keeps `ab` and `c` apart from `a` and `bc`.
  fileprivate mutating func update(field bytes: [UInt8]) {
    update("\(bytes.count):")
    update(bytes)
  }

  fileprivate mutating func update(_ value: JSONValue, of document: JSONDocument) {
    update(value.typeName)
    switch value {
    case .null: break
    case .bool(let flag): update(flag ? "1" : "0")
    case .number(let number): update(field: Array(number.lexeme.utf8))
    case .string(let string): update(field: document.bytes(of: string))
    case .array(let elements):
      update("\(elements.count):")
      for element in elements { update(element, of: document) }
    case .object(let object):
      update("\(object.members.count):")
      for member in object.members.sortedStably(by: \.key) {
        update(field: Array(member.key.utf8))
        update(member.value, of: document)
      }
    }
  }
}

extension Array {
  /// Returns the elements sorted by a text, byte by byte; those with the same text stay in order.
  fileprivate func sortedStably(by text: (Element) -> String) -> [Element] {
    enumerated().sorted { left, right in
      let (one, other) = ([UInt8](text(left.element).utf8), [UInt8](text(right.element).utf8))
      return one == other ? left.offset < right.offset : one.lexicographicallyPrecedes(other)
    }.map(\.element)
  }
}
