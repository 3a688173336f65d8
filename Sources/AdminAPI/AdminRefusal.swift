internal import Formats
internal import HTTPMessage
internal import Scenarios

/// Why a request to `/_mock` is not answered as it asks: a status, and what to write instead.
struct AdminRefusal: Error {
  let status: Int
  let message: String
  /// With their places in the text that was sent.
  var problems: [DocumentProblem] = []
  var headers: [HeaderField] = []

  init(_ status: Int = 400, _ message: String, headers: [HeaderField] = []) {
    self.status = status
    self.message = message
    self.headers = headers
  }

  init(_ problems: DocumentProblems, in what: String) {
    status = 400
    self.problems = problems.all
    let first = problems.all.first.map { "line \($0.place.line), column \($0.place.column): \($0.message)" } ?? "it cannot be read"
    message = problems.all.count > 1 ? "\(what) has \(problems.all.count) mistakes; the first: \(first)" : "\(what), \(first)"
  }

  var response: Response {
    var members: [(String, JSONOutput)] = [("error", .string(message))]
    if !problems.isEmpty { members.append(("problems", .array(problems.map(\.json)))) }
    var response = AdminResponse.json(.object(members)).response(status: status)
    for field in headers { response.headers.append(field.name, field.value) }
    return response
  }
}

extension DocumentProblem {
  fileprivate var json: JSONOutput {
    let lines = description.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
    return .object([
      ("line", .int(place.line)), ("column", .int(place.column)), ("message", .string(message)), ("excerpt", .string(lines)),
    ])
  }
}
