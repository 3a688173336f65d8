internal import HTTPMessage
internal import MockService

/// Answers in the place of pictures, which take thousands of times as long as all that comes before them.
struct JudgingOverride: ResponseOverride {
  static let mark = "x-judged"

  func takes(_ head: RequestHead) -> Bool { true }

  func response(to request: Request, _ result: ContractResult) -> Response? {
    guard result.rules.isEmpty else { return nil }
    return Response(status: 200, headers: HeaderList([HeaderField(Self.mark, "accepted")]))
  }
}
