internal import Formats

/// The fields of a request in the order of the wire, repeats kept.
package struct SubmittedForm: Sendable {
  package enum Encoding: String, Sendable { case json, multipart }

  package let encoding: Encoding
  package let fields: [(name: String, value: SubmittedValue)]
  /// The names in the order of their first appearance.
  let names: [String]
  /// The names that appear more than once.
  let repeatedNames: [String]

  init(_ object: JSONObject, in document: JSONDocument) {
    self.init(.json, object.members.map { ($0.key, SubmittedValue($0.value, in: document)) })
  }

  init(_ form: MultipartForm, files: MultipartFileRule) {
    self.init(.multipart, form.parts.map { ($0.name, SubmittedValue($0, of: form, files: files)) })
  }

  /// The form without the body it came in, so that it can be kept for longer: texts of at most so many bytes are copied, longer ones and
  /// files only counted.
  ///
  /// - Parameter checksum: of what is only counted; nil: nobody needs to tell it from others.
  package func detached(textsUpTo limit: Int, checksum: (([UInt8], Range<Int>) -> UInt32)?) -> SubmittedForm {
    SubmittedForm(
      encoding,
      fields.map { name, value in
        switch value {
        case .text(let text): (name, .text(text.detached(upTo: limit, checksum: checksum)))
        case .file(let file): (name, .file(file.detached(checksum: checksum)))
        case .boolean, .number, .other: (name, value)
        }
      })
  }

  private init(_ encoding: Encoding, _ fields: [(name: String, value: SubmittedValue)]) {
    self.encoding = encoding
    self.fields = fields
    var names: [String] = []
    var repeated: [String] = []
    for (name, _) in fields {
      if !names.contains(name) { names.append(name) } else if !repeated.contains(name) { repeated.append(name) }
    }
    self.names = names
    repeatedNames = repeated
  }

  /// The value of the last field of that name, as `JSON.parse` has it.
  package subscript(name: String) -> SubmittedValue? { fields.last { $0.name == name }?.value }

  /// Whether some field is a list or an object of JSON.
  package var hasNestedValues: Bool {
    fields.contains { field in
      if case .other(let type) = field.value { type != "null" } else { false }
    }
  }

  package func values(of name: String) -> [SubmittedValue] {
    fields.filter { $0.name == name }.map(\.value)
  }
}
