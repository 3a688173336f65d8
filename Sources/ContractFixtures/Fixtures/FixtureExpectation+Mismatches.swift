internal import Formats
package import HTTPMessage

extension FixtureExpectation {
  /// Whose answer is looked at.
  package enum Server: Sendable, Equatable {
    /// This mock, which says in `x-mock-…` headers which rules were broken.
    case mock
    /// Another one, which knows nothing of the ledger, and may say `application/json; charset=utf-8`.
    case other
  }

  /// Where the answer is another than the expected one, a line each: what was expected, and what came.
  package func mismatches(in response: Response, of server: Server = .mock) -> [String] {
    var lines = statusMismatch(response)
    if server == .mock { lines += idMismatch("x-mock-rule", rules, response) + idMismatch("x-mock-warning", warnings, response) }
    for (name, value) in headers where server == .mock || !name.lowercased().hasPrefix("x-mock-") {
      if server == .other, name == "content-type", let value, response.mediaType == value { continue }
      lines += mismatch(in: name, value, response)
    }
    return lines + jsonMismatches(response) + (image?.mismatches(in: response) ?? [])
  }

  private func statusMismatch(_ response: Response) -> [String] {
    response.status == status ? [] : ["status: expected \(status), came \(response.status) \(response.body.shown)"]
  }

  private func idMismatch(_ header: String, _ ids: [String], _ response: Response) -> [String] {
    mismatch(in: header, ids.isEmpty ? nil : ids.joined(separator: ", "), response)
  }

  private func mismatch(in header: String, _ expected: String?, _ response: Response) -> [String] {
    let came = response.headers[header]
    guard came != expected else { return [] }
    return ["header \(header): expected \(expected.map { "'\($0)'" } ?? "none"), came \(came.map { "'\($0)'" } ?? "none")"]
  }

  private func jsonMismatches(_ response: Response) -> [String] {
    guard let json else { return [] }
    do {
      let document = try JSONDocument(parsing: response.body)
      return json.mismatches(document.root, of: document, at: "$")
    } catch {
      return ["json: expected \(json.output.serialized().shown), came a body that is no JSON: \(error)"]
    }
  }
}

extension FixtureJSON {
  /// Objects may have more members than expected, arrays as many elements; numbers are compared as numbers.
  fileprivate func mismatches(_ value: JSONValue, of document: JSONDocument, at path: String) -> [String] {
    switch (self, value) {
    case (.null, .null): return []
    case (.bool(let expected), .bool(let came)) where expected == came: return []
    case (.number(let expected), .number(let came)) where expected.double == came.double: return []
    case (.string(let expected), .string(let came)) where expected.bytes() == document.bytes(of: came): return []
    case (.array(let expected), .array(let came)) where expected.count == came.count:
      return zip(expected, came).enumerated().flatMap { $1.0.mismatches($1.1, of: document, at: "\(path)[\($0)]") }
    case (.object(let expected), .object(let came)):
      return expected.flatMap { key, value in
        if case .absent = value { return came[key] == nil ? [] : ["json \(path).\(key): expected no such key, came one"] }
        guard let found = came[key] else { return ["json \(path).\(key): expected \(value.output.serialized().shown), came no such key"] }
        return value.mismatches(found, of: document, at: "\(path).\(key)")
      }
    default: return ["json \(path): expected \(output.serialized().shown), came \(document.output(of: value).serialized().shown)"]
    }
  }
}

extension Response {
  /// The content type without its parameters.
  var mediaType: String? { headers["content-type"].map { String($0.prefix { $0 != ";" }) } }
}

extension [UInt8] {
  /// The beginning as text, for one line of a message.
  var shown: String {
    let text = String(decoding: prefix(400), as: UTF8.self)
    return text.unicodeScalars.contains { $0.value < 32 || $0.value == 0xFFFD } ? "(\(count) bytes)" : count > 400 ? text + "…" : text
  }
}
