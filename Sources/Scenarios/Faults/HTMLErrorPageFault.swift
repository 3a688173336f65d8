internal import Contract
internal import HTTPMessage

struct HTMLErrorPageFault: Fault {
  static let name = "html-error-page"
  static let summary = "Responds with the HTML page of a gateway in front of the API."
  static let parameters = [
    FaultParameter("status", .choice(["502", "503", "504", "520", "522", "524"]), standard: "502", "the status, and what the page says")
  ]
  static let group = FaultGroup.page

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {
    let status = Int(values.text("status")) ?? 502
    var draws = draft.draws.stream(for: Self.name)
    let page = GatewayPage(status: status, number: draws.next())
    // The API never saw the request, so nothing of its response is left but what the mock and the delivery network say of it.
    let own = draft.response.headers.fields.filter {
      $0.name.utf8.map(\.asciiLowercased).starts(with: "x-mock-".utf8) || $0.name.equalsIgnoringASCIICase("CF-RAY")
    }
    draft.response = Response(status: status, headers: HeaderList(page.headers + own), body: Array(page.html.utf8))
  }
}

/// The page of a gateway that has no response from the server behind it, as content delivery networks send them. Its names are made up.
private struct GatewayPage {
  let status: Int
  let number: UInt64

  /// What such gateways give each request, to be quoted to their support: 16 hexadecimal digits.
  private var ray: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  var headers: [HeaderField] {
    [
      HeaderField("Content-Type", "text/html; charset=UTF-8"),
      HeaderField("Cache-Control", "private, no-store, max-age=0"),
      HeaderField("Referrer-Policy", "same-origin"),
      HeaderField("X-Frame-Options", "SAMEORIGIN"),
      HeaderField("Vary", "Accept-Encoding"),
      HeaderField("edge-ray", "\(ray)-ZZZ"),
    ]
  }

  private var title: String {
    switch status {
    case 502: "Bad gateway"
    case 503: "Service unavailable"
    case 504: "Gateway timeout"
    case 520: "The server's answer could not be understood"
    case 522: "The server did not take the connection"
    default: "The server took too long to answer"
    }
  }

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="UTF-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <title>\(status): \(title)</title>
    <style>
    body { margin: 0; font: 16px/1.5 sans-serif; color: #333; background: #fff; }
    main { max-width: 60rem; margin: 4rem auto; padding: 0 1.5rem; }
    h1 { font-weight: 300; font-size: 2.4rem; margin: 0 0 2rem; }
    ol { display: flex; gap: 2rem; list-style: none; margin: 0 0 2rem; padding: 1.5rem; background: #f2f2f2; }
    li { flex: 1; text-align: center; }
    .good { color: #2e7d32; }
    .bad { color: #b3261e; }
    footer { border-top: 1px solid #ddd; padding-top: 1rem; font-size: .8rem; color: #777; }
    </style>
    </head>
    <body>
    <main>
    <h1>\(title) <small>Error code \(status)</small></h1>
    <ol>
    <li>You<br>Browser<br><span class="good">Working</span></li>
    <li>Nowhere<br>Example Edge<br><span class="good">Working</span></li>
    <li>Server<br>Host<br><span class="bad">Error</span></li>
    </ol>
    <h2>What happened?</h2>
    <p>The edge network has no valid answer from the server behind it.</p>
    <h2>What can I do?</h2>
    <p>Please try again in a few minutes.</p>
    <footer>Edge ID: <strong>\(ray)</strong> &bull; Served by Example Edge</footer>
    </main>
    </body>
    </html>

    """
  }
}
