internal import Formats
internal import HTTPMessage

extension [ZodIssue] {
  /// 400 with `error`, `details` as zod's `format()` nests it, and `issues`: the shape seen live since 2026-08.
  var response: Response {
    .json(
      400,
      .object([
        ("error", .string("Invalid request parameters")), ("details", details), ("issues", .array(map(\.json))),
      ]))
  }

  /// `{"_errors":[root],"field":{"_errors":[…]}}`; no path here is deeper than one field.
  private var details: JSONOutput {
    var members: [(String, JSONOutput)] = [("_errors", messages(at: nil))]
    var seen: [String] = []
    for field in compactMap(\.path.first) where !seen.contains(field) {
      seen.append(field)
      members.append((field, .object([("_errors", messages(at: field))])))
    }
    return .object(members)
  }

  private func messages(at field: String?) -> JSONOutput {
    .array(filter { $0.path.first == field }.flatMap(\.detailMessages).map { .string($0) })
  }
}
