internal import WireFormat

/// The fields of a request in the order of the wire, repeats kept.
package struct SubmittedForm: Sendable {
  package enum Encoding: String, Sendable { case json, multipart }

  package let encoding: Encoding
  package let fields: [(name: String, value: SubmittedValue)]

  init(_ object: JSONObject, in document: JSONDocument) {
    encoding = .json
    fields = object.members.map { ($0.key, SubmittedValue($0.value, in: document)) }
  }

  init(_ form: MultipartForm, files: MultipartFileRule) {
    encoding = .multipart
    fields = form.parts.map { ($0.name, SubmittedValue($0, of: form, files: files)) }
  }

  /// The value of the last field of that name, as `JSON.parse` has it.
  package subscript(name: String) -> SubmittedValue? { fields.last { $0.name == name }?.value }

  package func values(of name: String) -> [SubmittedValue] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The names in the order of their first appearance.
  var names: [String] {
    var names: [String] = []
    for field in fields where !names.contains(field.name) { names.append(field.name) }
    return names
  }

  /// The names that appear more than once.
  var repeatedNames: [String] {
    names.filter { name in fields.count { $0.name == name } > 1 }
  }
}
