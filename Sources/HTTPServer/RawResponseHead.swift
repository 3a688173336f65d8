internal import CMicroHTTPD
internal import HTTPMessage
internal import Support

extension ServerContext {
  /// The status line and the headers of an answer that a script sends.
  func head(of response: Response, _ script: RawResponse) -> [UInt8] {
    let own = [
      HeaderField("Server", serverName), HeaderField("Date", HTTPDate.text(unixTime: clock.unixMilliseconds / 1_000)),
    ]
    let fields = own + sendable(response.headers) + [HeaderField("Connection", "close")] + script.framing.fields + extra(script)
    let lines = ["HTTP/1.1 \(response.status) \(Self.reason(response.status))"] + fields.map { "\($0.name): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// A script may send any line, but each field is one line.
  private func extra(_ script: RawResponse) -> [HeaderField] {
    script.extraFields.filter { field in
      let isOneLine = (field.name + field.value).utf8.allSatisfy { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
      if !isOneLine { log(field.leftOut) }
      return isOneLine
    }
  }

  private static func reason(_ status: Int) -> String {
    unsafe MHD_get_reason_phrase_for(UInt32(status)).map { unsafe String(cString: $0) } ?? ""
  }
}

extension RawResponse.Framing {
  fileprivate var fields: [HeaderField] {
    switch self {
    case .length(let length): [HeaderField("Content-Length", "\(length)")]
    case .chunked: [HeaderField("Transfer-Encoding", "chunked")]
    case .untilClose: []
    }
  }
}
