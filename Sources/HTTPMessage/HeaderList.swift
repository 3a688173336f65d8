/// One header line: the name as it was written, and its value.
package struct HeaderField: Sendable, Equatable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Header lines in the order of the wire, repeats kept.
///
/// Never a dictionary: order and repeats are part of what a client sent and of what a script may send.
package struct HeaderList: Sendable, Equatable {
  package private(set) var fields: [HeaderField]

  package init(_ fields: [HeaderField] = []) { self.fields = fields }

  /// The value of the first field of that name, whatever its case.
  package subscript(name: String) -> String? {
    index(of: name).map { fields[$0].value }
  }

  /// The values of all fields of that name, in order.
  package func values(of name: String) -> [String] {
    fields.lazy.filter { $0.name.equalsIgnoringASCIICase(name) }.map(\.value)
  }

  /// Takes all fields of that name away.
  package mutating func remove(_ name: String) { fields.removeAll { $0.name.equalsIgnoringASCIICase(name) } }

  /// Puts one field in the place of all fields of that name.
  package mutating func set(_ name: String, _ value: String) {
    guard let index = index(of: name) else { return append(name, value) }
    fields[index].value = value
    fields = Array(fields[...index]) + fields[(index + 1)...].filter { !$0.name.equalsIgnoringASCIICase(name) }
  }

  package mutating func append(_ name: String, _ value: String) {
    fields.append(HeaderField(name, value))
  }

  /// By place, so that no field is copied on the way.
  private func index(of name: String) -> Int? {
    for index in fields.indices where fields[index].name.equalsIgnoringASCIICase(name) { return index }
    return nil
  }
}

extension String {
  /// Whether both have the same letters, where A–Z and a–z are the same letters and nothing else is.
  package func equalsIgnoringASCIICase(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let (left, right) = (utf8.span, other.utf8.span)
    for index in left.indices where left[index].asciiLowercased != right[index].asciiLowercased { return false }
    return true
  }
}

extension UInt8 {
  package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
