internal import HTTPMessage

/// The responses that the server gives on its own, in plain text: it knows no API's error format.
extension DeliveryPlan {
  static var queueFull: DeliveryPlan { .text(503, "All workers are busy and the queue is full; try again in a second.", retryAfter: true) }
  static var crowded: DeliveryPlan {
    .text(503, "All connections are taken, and none of them is idle; try again in a second.", retryAfter: true)
  }
  static var stopping: DeliveryPlan { .text(503, "The server is stopping.", retryAfter: true) }
  static var responsesFull: DeliveryPlan {
    .text(503, "Too many bytes of answers wait for slow clients; try again in a second.", retryAfter: true)
  }

  /// - Parameters:
  ///   - length: of the body, as far as it is known.
  ///   - limit: bytes of all bodies together.
  static func noRoom(for length: Int, of limit: Int) -> DeliveryPlan {
    if length > limit { return .text(413, "The body is longer than the \(limit) bytes that this server has memory for.") }
    return .text(503, "The bodies of other requests take all memory that there is for them; try again in a second.", retryAfter: true)
  }

  static var bodyTooLong: DeliveryPlan { .text(413, "The body is longer than this server reads.") }
  static var undeliverable: DeliveryPlan { .text(500, "The answer could not be put on the wire; see the server's log.") }

  static func headersTooLong(limit: Int) -> DeliveryPlan {
    .text(431, "The request line and the headers are longer than \(limit) bytes together.")
  }

  static func conflictingFraming(_ reason: String) -> DeliveryPlan { .text(400, "The request can be read in two ways: \(reason).") }
  static var unknownCoding: DeliveryPlan { .text(400, "Only the transfer coding \"chunked\" is known here.") }

  private static func text(_ status: Int, _ sentence: String, retryAfter: Bool = false) -> DeliveryPlan {
    var headers = HeaderList([HeaderField("Content-Type", "text/plain; charset=utf-8")])
    if retryAfter { headers.append("Retry-After", "1") }
    return DeliveryPlan(Response(status: status, headers: headers, body: Array("\(sentence)\n".utf8)))
  }

  /// Returns the whole response as it goes over the wire, for the one that is sent past the library. The connection is closed after it.
  func wireBytes(serverName: String) -> [UInt8] {
    let own = ["HTTP/1.1 \(response.status) ", "Server: \(serverName)", "Connection: close", "Content-Length: \(response.body.count)"]
    let lines = own + response.headers.fields.map { "\($0.name): \($0.value)" }
    return lines.reduce(into: []) { $0 += Array("\($1)\r\n".utf8) } + Array("\r\n".utf8) + response.body
  }
}
