internal import HTTPMessage

extension ServerContext {
  /// Gives an answer to the library. `false` when the connection has to be closed instead.
  func deliver(_ plan: DeliveryPlan, on connection: Connection, closes: Bool) -> Bool {
    let response = deliverable(plan).response
    guard let outgoing = OutgoingResponse(body: response.body) else { return false }
    _ = outgoing.add("Server", serverName)
    for field in response.headers.fields {
      // A header that cannot be sent must not cost the answer: it is left out.
      if field.name.isReserved || !outgoing.add(field.name, field.value) { log(field.leftOut) }
    }
    if closes { _ = outgoing.add("Connection", "close") }
    return outgoing.queue(response.status, on: connection)
  }

  /// The fields that `deliver` would send.
  func sendable(_ headers: HeaderList) -> [HeaderField] {
    headers.fields.filter { field in
      let isSendable = !field.name.isReserved && field.name.isHeaderName && field.value.isSendableHeaderValue
      if !isSendable { log(field.leftOut) }
      return isSendable
    }
  }

  /// A final status has three digits and does not begin with 1: libmicrohttpd would ask for another answer after a 102.
  func deliverable(_ plan: DeliveryPlan) -> DeliveryPlan {
    if 200...999 ~= plan.response.status { return plan }
    log("no final status: \(plan.response.status)")
    var replacement = DeliveryPlan.undeliverable
    replacement.observer = plan.observer
    return replacement
  }
}

extension HeaderField {
  /// What the log says of a line that does not go out.
  var leftOut: String { "left out the header line '\(name.prefix(60))': its value, of \(value.utf8.count) bytes, cannot stand in one" }
}

extension String {
  /// Header lines that are the server's own.
  fileprivate var isReserved: Bool {
    switch utf8.count {
    case 4: equalsIgnoringASCIICase("Date")
    case 6: equalsIgnoringASCIICase("Server")
    case 10: equalsIgnoringASCIICase("Connection")
    case 14: equalsIgnoringASCIICase("Content-Length")
    case 17: equalsIgnoringASCIICase("Transfer-Encoding")
    default: false
    }
  }
}

extension DeliveryPlan {
  /// The whole answer as it goes over the wire, for the one that is sent past the library. The connection is closed after it.
  func wireBytes(serverName: String) -> [UInt8] {
    let own = ["HTTP/1.1 \(response.status) ", "Server: \(serverName)", "Connection: close", "Content-Length: \(response.body.count)"]
    let lines = own + response.headers.fields.map { "\($0.name): \($0.value)" }
    return lines.reduce(into: []) { $0 += Array("\($1)\r\n".utf8) } + Array("\r\n".utf8) + response.body
  }
}
