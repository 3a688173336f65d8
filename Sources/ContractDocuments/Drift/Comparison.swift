/// Finds what two descriptions of one operation differ in.
struct Comparison {
  /// `POST /image/edit`.
  let operation: String
  private(set) var differences: [Difference] = []

  init(_ operation: String, mock: OperationFacts, document: OperationFacts) {
    self.operation = operation
    bodies(mock, document)
    fields(mock.parameters, document.parameters, kind: "parameter")
    answers(mock, document)
    pairs(mock.security.sorted(), document.security.sorted()) { [operation] in "security \($0) of \(operation)" }
  }

  private mutating func bodies(_ mock: OperationFacts, _ document: OperationFacts) {
    let operation = operation
    pairs(mock.bodies.map(\.type), document.bodies.map(\.type)) { "content type \($0) of \(operation)" }
    for own in mock.bodies {
      guard let theirs = document.bodies.first(where: { $0.type == own.type }) else { continue }
      // What differs in both content types is told once.
      fields(own.fields, theirs.fields, kind: "field")
      if own.isClosed != theirs.isClosed {
        add(.changed, "other fields of \(operation)", own.isClosed ? "refused" : "accepted", theirs.isClosed ? "refused" : "accepted")
      }
    }
  }

  private mutating func fields(_ mock: [(name: String, facts: FieldFacts)], _ document: [(name: String, facts: FieldFacts)], kind: String) {
    let operation = operation
    pairs(mock.map(\.name), document.map(\.name)) { "\(kind) \($0) of \(operation)" }
    for own in mock {
      guard let theirs = document.first(where: { $0.name == own.name })?.facts else { continue }
      compare(own.facts, theirs, "\(kind) \(own.name) of \(operation)")
    }
  }

  private mutating func compare(_ mock: FieldFacts, _ document: FieldFacts, _ subject: String) {
    if !mock.types.isEmpty, !document.types.isEmpty, mock.types != document.types {
      add(.changed, "\(subject): type", mock.types.sorted().joined(separator: ", "), document.types.sorted().joined(separator: ", "))
    }
    switch (mock.options, document.options) {
    case (let own?, let theirs?): pairs(own, theirs) { "\(subject): value '\($0)'" }
    case (let own?, nil): add(.gone, "\(subject): list of values", own.joined(separator: ", "), nil)
    case (nil, let theirs?): add(.new, "\(subject): list of values", nil, theirs.joined(separator: ", "))
    case (nil, nil): break
    }
    for name in FieldFacts.limitNames {
      let (own, theirs) = (mock.limits[name], document.limits[name])
      guard own != theirs else { continue }
      add(own == nil ? .new : theirs == nil ? .gone : .changed, "\(subject): \(name)", own, theirs)
    }
    // A restated document has no descriptions.
    if !mock.numbers.isEmpty, !document.numbers.isEmpty, mock.numbers != document.numbers {
      let sides = [mock, document].map { $0.numbers.sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: ", ") }
      add(.changed, "\(subject): limits in its description", sides[0], sides[1])
    }
    flag("required", mock.isRequired, document.isRequired, subject)
    flag("deprecated", mock.isDeprecated, document.isDeprecated, subject)
  }

  private mutating func flag(_ name: String, _ mock: Bool, _ document: Bool, _ subject: String) {
    if mock != document { add(.changed, "\(subject): \(name)", "\(mock)", "\(document)") }
  }

  private mutating func answers(_ mock: OperationFacts, _ document: OperationFacts) {
    let operation = operation
    pairs(mock.answers.map(\.status), document.answers.map(\.status)) { "status \($0) of \(operation)" }
    // What every status of the mock's has, and none of the document's, is told once.
    let general = mock.answers.dropFirst().reduce(mock.answers.first?.headers ?? []) { $0.intersection($1.headers) }
      .filter { header in !header.hasPrefix("x-mock-") && !document.answers.contains { $0.headers.contains(header) } }
    pairs(general.sorted(), []) { "header \($0) of every status of \(operation)" }
    for own in mock.answers {
      guard let theirs = document.answers.first(where: { $0.status == own.status }) else { continue }
      // The mock's own headers are no part of a contract.
      let headers = [own.headers.subtracting(general), theirs.headers].map { $0.filter { !$0.hasPrefix("x-mock-") }.sorted() }
      pairs(headers[0], headers[1]) { "header \($0) of status \(own.status) of \(operation)" }
      guard !theirs.types.isEmpty else { continue }
      pairs(own.types.sorted(), theirs.types.sorted()) { "content type \($0) of status \(own.status) of \(operation)" }
    }
  }

  private mutating func pairs(_ mock: [String], _ document: [String], _ subject: (String) -> String) {
    for name in mock where !document.contains(name) { add(.gone, subject(name), name, nil) }
    for name in document where !mock.contains(name) { add(.new, subject(name), nil, name) }
  }

  private mutating func add(_ kind: Difference.Kind, _ subject: String, _ mock: String?, _ document: String?) {
    let difference = Difference(kind, subject, mock: mock, document: document)
    if !differences.contains(difference) { differences.append(difference) }
  }
}
