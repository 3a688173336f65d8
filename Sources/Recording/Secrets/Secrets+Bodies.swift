internal import HTTPMessage
internal import Journal
internal import WireFormat

extension Secrets {
  /// A body without secrets: those of the request, and the values of fields whose name says that they are secret.
  ///
  /// - Throws: when it cannot be taken apart and seems to have such a field.
  func removed(from body: [UInt8], _ headers: HeaderList) throws(RecordingError) -> [UInt8] {
    let body = removed(from: body)
    let mark = Array(Redaction.mark.utf8)
    switch BodyContent(body, headers) {
    case .json(let document): return body.replacing(ranges(document.root, of: document, isSecret: false), with: Array(#""***""#.utf8))
    case .multipart(let form):
      let parts = form.parts.filter { Redaction.isSecret(named: $0.name) || hide(in: Array(form.bytes[$0.body])) }
      return body.replacing(parts.map(\.body), with: mark)
    case .other:
      // A picture may have such a word in it; what is text and broken may have a key behind it.
      guard String(validating: body, as: UTF8.self) == nil || !Redaction.holdsSecret(body) else {
        throw RecordingError("its body cannot be read, and there is the name of a secret in it")
      }
      return body
    }
  }

  /// Where the secret values of a JSON value stand, quotes included.
  private func ranges(_ value: JSONValue, of document: JSONDocument, isSecret: Bool) -> [Range<Int>] {
    switch value {
    case .null, .bool: return []
    case .number(let number): return isSecret ? [number.range] : []
    case .string(let string):
      let isHidden = isSecret || hide(in: document.bytes(of: string))
      return isHidden ? [string.rawRange.lowerBound - 1..<string.rawRange.upperBound + 1] : []
    case .array(let elements): return elements.flatMap { ranges($0, of: document, isSecret: isSecret) }
    case .object(let object):
      return object.members.flatMap { ranges($0.value, of: document, isSecret: isSecret || Redaction.isSecret(named: $0.key)) }
    }
  }
}
