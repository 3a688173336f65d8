internal import HTTPMessage

extension ResponseDraft {
  /// Puts the type and the repeats into the header lines.
  mutating func writeHeaders() {
    if let contentType { response.headers = response.headers.replacing("Content-Type", with: contentType) }
    for field in repeats {
      if field.name.isServersOwn { writeAgainRaw(field) } else { writeAgain(field) }
    }
  }

  private mutating func writeAgain(_ field: HeaderField) {
    let present = response.headers[field.name]
    let value = field.value.isEmpty ? present ?? "" : field.value
    if value.isEmpty { return }
    if present == nil { response.headers.append(field.name, value) }
    response.headers.append(field.name, value)
  }

  /// Of these only the length is known here; `DuplicateHeadersFault` asks for the values of the others.
  private mutating func writeAgainRaw(_ field: HeaderField) {
    if !field.value.isEmpty {
      extraFields.append(field)
    } else if field.name.equalsIgnoringASCIICase("Content-Length"), case .length(let length) = announced {
      extraFields.append(HeaderField(field.name, "\(length)"))
    }
  }
}

extension String {
  /// Whether the server writes header lines of this name by itself, and leaves out those of a response.
  var isServersOwn: Bool {
    ["Content-Length", "Transfer-Encoding", "Connection", "Date", "Server"].contains { equalsIgnoringASCIICase($0) }
  }
}

extension HeaderList {
  /// The list with one line of that name, in the place of the first.
  fileprivate func replacing(_ name: String, with value: String) -> HeaderList {
    let first = fields.firstIndex { $0.name.equalsIgnoringASCIICase(name) } ?? fields.endIndex
    var others = fields.filter { !$0.name.equalsIgnoringASCIICase(name) }
    others.insert(HeaderField(name, value), at: first)
    return HeaderList(others)
  }
}
