internal import CHTTP
internal import CMicroHTTPD
internal import HTTPMessage
internal import Support

/// Owns a response of the library's until it is queued.
@safe struct OutgoingResponse: ~Copyable {
  /// Keeps the bytes alive for as long as the library reads them.
  private final class Body: Sendable {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
  }

  private let pointer: OpaquePointer

  /// Lends the body to the library without a copy, or returns `nil` when there is no memory.
  init?(body: [UInt8]) {
    guard let pointer = unsafe Self.make(lending: body) else { return nil }
    unsafe self.pointer = pointer
  }

  deinit { unsafe MHD_destroy_response(pointer) }

  /// Adds a header line after those that are there; `false` when it cannot stand in a header.
  func add(_ name: String, _ value: String) -> Bool {
    guard name.isHeaderName, value.isSendableHeaderValue else { return false }
    // A string given as a pointer would be copied.
    return unsafe name.withCString { name in unsafe value.withCString { value in unsafe MHD_add_response_header(pointer, name, value) } }
      == .YES
  }

  /// Gives the response to the connection; `false` when the library does not take it.
  func queue(_ status: Int, on connection: Connection) -> Bool {
    unsafe MHD_queue_response(connection.pointer, UInt32(truncatingIfNeeded: status), pointer) == .YES
  }

  private static func make(lending bytes: [UInt8]) -> OpaquePointer? {
    guard !bytes.isEmpty else { return unsafe MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT) }
    // The array's storage stays where it is while the box holds the array unchanged.
    let body = unsafe Unmanaged.passRetained(Body(bytes))
    let start = unsafe bytes.withUnsafeBytes { unsafe UnsafeMutableRawPointer(mutating: $0.baseAddress) }
    let response = unsafe MHD_create_response_from_buffer_with_free_callback_cls(
      bytes.count, start, { box in if let box = unsafe box { unsafe Unmanaged<Body>.fromOpaque(box).release() } }, body.toOpaque())
    if unsafe response == nil { unsafe body.release() }
    return unsafe response
  }
}

extension ServerContext {
  /// Gives a response to the library. `false` when the connection has to be closed instead.
  func deliver(_ plan: DeliveryPlan, on connection: Connection, closes: Bool) -> Bool {
    let response = deliverable(plan).response
    guard let outgoing = OutgoingResponse(body: response.body) else { return false }
    _ = outgoing.add("Server", serverName)
    // The library adds the system's date unless there is one.
    if calendar.isAdjusted { _ = outgoing.add("Date", date) }
    for field in response.headers.fields {
      // A header that cannot be sent must not cost the response: it is left out.
      if field.name.isReserved || !outgoing.add(field.name, field.value) { log(field.leftOut) }
    }
    if closes { _ = outgoing.add("Connection", "close") }
    return outgoing.queue(response.status, on: connection)
  }

  /// Returns the fields that `deliver` would send, and logs the others.
  func sendable(_ headers: HeaderList) -> [HeaderField] {
    headers.fields.filter { field in
      let isSendable = !field.name.isReserved && field.name.isHeaderName && field.value.isSendableHeaderValue
      if !isSendable { log(field.leftOut) }
      return isSendable
    }
  }

  /// Returns the plan, or a 500 in its place when its status is no final one: three digits, the first not 1. libmicrohttpd would ask for
  /// another response after a 102.
  func deliverable(_ plan: DeliveryPlan) -> DeliveryPlan {
    if 200...999 ~= plan.response.status { return plan }
    log("no final status: \(plan.response.status)")
    var replacement = DeliveryPlan.undeliverable
    replacement.observer = plan.observer
    return replacement
  }

  /// Sends a response past the library, which takes none in the middle of a body; the connection is to be closed after it.
  ///
  /// What does not fit into the socket's buffer is lost.
  func sendInBody(_ response: Response, on connection: Connection) {
    let bytes = head(of: response, RawResponse(framing: .length(response.body.count), actions: [])) + response.body
    _ = unsafe bytes.withUnsafeBytes { unsafe connection.write($0) }
  }

  /// Returns the status line and the headers of a raw response.
  func head(of response: Response, _ raw: RawResponse) -> [UInt8] {
    let own = [HeaderField("Server", serverName), HeaderField("Date", date)]
    let fields = own + sendable(response.headers) + [HeaderField("Connection", "close")] + raw.framing.fields + extra(raw)
    let lines = ["HTTP/1.1 \(response.status) \(Self.reason(response.status))"] + fields.map { "\($0.name): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  private var date: String { HTTPDate.text(unixTime: calendar.unixMilliseconds / 1_000) }

  /// Returns the extra fields of a raw response: any line, as long as each field is one line.
  private func extra(_ raw: RawResponse) -> [HeaderField] {
    raw.extraFields.filter { field in
      let isOneLine = (field.name + field.value).utf8.allSatisfy { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
      if !isOneLine { log(field.leftOut) }
      return isOneLine
    }
  }

  private static func reason(_ status: Int) -> String {
    unsafe MHD_get_reason_phrase_for(UInt32(status)).map { unsafe String(cString: $0) } ?? ""
  }
}

extension HeaderField {
  /// The log's line about a header line that is not sent.
  var leftOut: String { "left out the header line '\(name.prefix(60))': its value, of \(value.utf8.count) bytes, cannot stand in one" }
}

extension String {
  /// Whether it names a header line that is the server's own.
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

extension RawResponse.Framing {
  fileprivate var fields: [HeaderField] {
    switch self {
    case .length(let length): [HeaderField("Content-Length", "\(length)")]
    case .chunked: [HeaderField("Transfer-Encoding", "chunked")]
    case .untilClose: []
    }
  }
}

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

  /// The length is that of the body, as far as it is known; the limit that of all bodies together, in bytes.
  static func noRoom(for length: Int, of limit: Int) -> DeliveryPlan {
    if length > limit { return .text(413, "The body is longer than the \(limit) bytes that this server has memory for.") }
    return .text(503, "The bodies of other requests take all memory that there is for them; try again in a second.", retryAfter: true)
  }

  static var bodyTooLong: DeliveryPlan { .text(413, "The body is longer than this server reads.") }
  static func stalled(_ body: Intake.StalledBody) -> DeliveryPlan {
    .text(408, "No more of the request came in time: \(body). Send all of it, or the right length.")
  }

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
}
