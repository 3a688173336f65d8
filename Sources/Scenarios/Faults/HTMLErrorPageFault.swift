internal import Contract
internal import HTTPMessage

struct HTMLErrorPageFault: Fault {
  static let name = "html-error-page"
  static let summary = "Answers with the HTML page of a gateway in front of the API."
  static let parameters = [
    FaultParameter("status", .choice(["502", "503", "504", "520", "522", "524"]), standard: "502", "the status, and what the page says")
  ]
  static let group = FaultGroup.page

  let status: Int

  init(_ values: FaultValues) { status = Int(values.text("status")) ?? 502 }

  func apply(to draft: inout ResponseDraft) {
    var draws = draft.draws.stream(for: Self.name)
    let page = GatewayPage(status: status, ray: draws.next())
    // The API never saw the request, so nothing of its response is left but what the mock says of itself.
    let own = draft.response.headers.fields.filter { $0.name.utf8.map(\.asciiLowercased).starts(with: "x-mock-".utf8) }
    draft.response = Response(status: status, headers: HeaderList(page.headers + own), body: Array(page.html.utf8))
  }
}
