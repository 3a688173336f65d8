/// One header line: the name as it was written, and its value.
package struct HeaderField: Sendable, Equatable {
  /// The name as it was written.
  package var name: String
  /// The value, without white space around it.
  package var value: String

  /// Makes a field.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Header lines in the order of the wire, repeats kept.
///
/// Never a dictionary: order and repeats are part of what a client sent and of what a scenario may send.
package struct HeaderList: Sendable, Equatable {
  /// The fields in the order of the wire.
  package private(set) var fields: [HeaderField]

  /// Makes a list of the fields, in their order.
  package init(_ fields: [HeaderField] = []) { self.fields = fields }

  /// Returns the value of the first field of that name, whatever its case.
  package subscript(name: String) -> String? { index(of: name).map { fields[$0].value } }

  /// Returns the values of all fields of that name, in order.
  package func values(of name: String) -> [String] { fields.lazy.filter { $0.name.equalsIgnoringASCIICase(name) }.map(\.value) }

  /// Removes all fields of that name.
  package mutating func remove(_ name: String) { fields.removeAll { $0.name.equalsIgnoringASCIICase(name) } }

  /// Replaces all fields of that name by one, where the first one was.
  package mutating func set(_ name: String, _ value: String) {
    guard let index = index(of: name) else { return append(name, value) }
    fields[index].value = value
    fields = Array(fields[...index]) + fields[(index + 1)...].filter { !$0.name.equalsIgnoringASCIICase(name) }
  }

  /// Adds a field at the end.
  package mutating func append(_ name: String, _ value: String) { fields.append(HeaderField(name, value)) }

  /// By index, so that no field is copied on the way.
  private func index(of name: String) -> Int? {
    for index in fields.indices where fields[index].name.equalsIgnoringASCIICase(name) { return index }
    return nil
  }
}

extension String {
  /// Tells whether both have the same letters, where A–Z and a–z are the same letters and nothing else is.
  package func equalsIgnoringASCIICase(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let (left, right) = (utf8.span, other.utf8.span)
    for index in left.indices where left[index].asciiLowercased != right[index].asciiLowercased { return false }
    return true
  }
}

extension UInt8 {
  /// The byte with A–Z as a–z.
  package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
