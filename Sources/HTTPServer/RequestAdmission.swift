package import HTTPMessage
internal import Support

/// The decision about a request by its headers alone: whether its body is taken in, and how.
struct RequestAdmission: Sendable {
  enum Action: Sendable {
    case collect(BodyIntake, Intake, BodyReservation)
    case refuse(DeliveryPlan)
  }

  let action: Action
  /// The body stays on the wire: it is too long to be read, or its end is not known.
  let leavesBody: Bool
  let closesConnection: Bool
  /// Bytes of body after which the connection is closed without the rest.
  let ceiling: Int
  /// The body's length by the headers; nil: chunked.
  let announced: Int?

  /// Whether the client alone decides how long its body takes.
  var isTimed: Bool {
    guard case .collect(_, let intake, _) = action else { return !leavesBody }
    return intake.bytesPerSecond == nil
  }

  init(_ head: RequestHead, headerSize: Int, isSurplus: Bool, context: ServerContext) {
    switch RequestFraming(head.headers) {
    case .conflicting(let reason): self.init(leavingBodyFor: .conflictingFraming(reason))
    case .unknownCoding: self.init(leavingBodyFor: .unknownCoding)
    case .length(let length): self.init(head, headerSize, announced: length, closes: isSurplus, isSurplus, context)
    case .chunked(let closes): self.init(head, headerSize, announced: nil, closes: closes || isSurplus, isSurplus, context)
    }
  }

  private init(leavingBodyFor plan: DeliveryPlan) {
    action = .refuse(plan)
    leavesBody = true
    closesConnection = true
    ceiling = 0
    announced = nil
  }

  private init(_ head: RequestHead, _ headerSize: Int, announced: Int?, closes: Bool, _ isSurplus: Bool, _ context: ServerContext) {
    var limit = 0
    switch Self.admission(head, headerSize, isSurplus, context) {
    case .refuse(let plan): action = .refuse(plan)
    case .collect(let intake):
      // What is longer than the intake is dropped as it comes, and takes nothing of the budget.
      let kept = announced.map { $0 <= intake.limit ? $0 : 0 }
      if let reservation = BodyReservation(in: context.bodyBudget, announced: kept) {
        action = .collect(BodyIntake(upTo: intake.limit, announced: announced), intake, reservation)
      } else {
        action = .refuse(.noRoom(for: announced ?? 0, of: context.bodyBudget.limit))
      }
      limit = intake.limit
    }
    ceiling = max(limit, context.drainLimit)
    leavesBody = announced.map { [ceiling] in $0 > ceiling } ?? false
    closesConnection = closes
    self.announced = announced
  }

  private static func admission(_ head: RequestHead, _ headerSize: Int, _ isSurplus: Bool, _ context: ServerContext) -> Admission {
    if !context.inFlight.isOpen { return .refuse(.stopping) }
    if isSurplus { return .refuse(.crowded) }
    if headerSize > context.headerLimit { return .refuse(.headersTooLong(limit: context.headerLimit)) }
    return context.handler.admit(head)
  }
}

/// How long a request's body is, by its headers.
enum RequestFraming: Sendable, Equatable {
  /// No `Transfer-Encoding`; no `Content-Length` means no body.
  case length(Int)
  /// The length shows at the end. With `Content-Length` beside it, libmicrohttpd goes by the chunks; the connection is closed after the
  /// response then, since a proxy between may have gone by the length (RFC 9112, 6.3).
  case chunked(closes: Bool)
  /// Two readers could disagree where the body ends, or for whom it is, so nothing after the headers can be trusted.
  case conflicting(String)
  /// A transfer coding besides `chunked`: libmicrohttpd would wait for the end of the connection.
  case unknownCoding

  init(_ headers: HeaderList) { self = Self.framing(of: headers) }

  private static func framing(of headers: HeaderList) -> RequestFraming {
    var (length, coding): (String?, String?)
    var hasHost = false
    for field in headers.fields {
      // A generous reader of names may see Content-Length or Transfer-Encoding where others see none (RFC 9112, 5.1).
      guard field.name.isHeaderName else {
        return .conflicting("a header line begins with a blank, or its name has a blank or a control character in it")
      }
      if field.name.utf8.count == 4, field.name.equalsIgnoringASCIICase("Host") {
        if hasHost { return .conflicting("Host is there more than once") }
        hasHost = true
      } else if field.name.utf8.count == 14, field.name.equalsIgnoringASCIICase("Content-Length") {
        if length != nil { return .conflicting("Content-Length is there more than once") }
        length = field.value
      } else if field.name.utf8.count == 17, field.name.equalsIgnoringASCIICase("Transfer-Encoding") {
        if coding != nil { return .conflicting("Transfer-Encoding is there more than once") }
        coding = field.value
      } else if field.name.isLengthWithMore {
        // The library appends a folded line to the name above it instead of to the value.
        return .conflicting("the line of Content-Length or Transfer-Encoding is folded")
      }
    }
    if let coding { return coding.equalsIgnoringASCIICase("chunked") ? .chunked(closes: length != nil) : .unknownCoding }
    // The library has refused what is no number; one beyond Int is beyond every limit as well.
    return .length(length.map { Int($0) ?? .max } ?? 0)
  }
}

extension String {
  /// Whether the text begins with a name that says how long a body is, and goes on.
  fileprivate var isLengthWithMore: Bool {
    guard utf8.count > 14, let first = utf8.first, first | 0x20 == 0x63 || first | 0x20 == 0x74 else { return false }
    return ["content-length", "transfer-encoding"].contains { name in
      utf8.count > name.utf8.count && zip(utf8, name.utf8).allSatisfy { $0.asciiLowercased == $1 }
    }
  }
}

/// A request target in its parts: the path and the query, percent-encoding untouched.
struct RequestTarget: Sendable, Equatable {
  let path: String
  let query: String

  /// Proxies send the absolute form (`http://host/path`), which every server has to take (RFC 9112, 3.2.2).
  init(_ bytes: UnsafeRawBufferPointer) {
    let local = unsafe UnsafeRawBufferPointer(rebasing: bytes[Self.authorityEnd(in: bytes)...])
    let mark = unsafe local.firstIndex(of: UInt8(ascii: "?"))
    path = unsafe String(decoding: local[..<(mark ?? local.count)], as: UTF8.self)
    query = if let mark { unsafe String(decoding: local[(mark + 1)...], as: UTF8.self) } else { "" }
  }

  private static func authorityEnd(in bytes: UnsafeRawBufferPointer) -> Int {
    guard unsafe bytes.first != UInt8(ascii: "/") else { return 0 }
    for scheme in ["http://", "https://"] where unsafe bytes.count > scheme.utf8.count && bytes.starts(with: scheme.utf8) {
      return unsafe bytes[scheme.utf8.count...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.count
    }
    return 0
  }
}

/// Collects the body of one request.
package struct BodyIntake: Sendable {
  private let limit: Int
  /// Whether anything is kept: not of a body that is known to be too long.
  private var keeps: Bool
  private var bytes: [UInt8] = []
  private(set) var received = 0

  /// Memory is reserved once for the announced length, so that a long body is not copied as it grows. An announcement costs the client
  /// nothing, so it is not believed beyond this.
  private static let largestReservation = 64 << 20

  /// Begins a body of which up to `limit` bytes are kept; nothing is reserved where the `announced` length is beyond that.
  package init(upTo limit: Int, announced: Int?) {
    self.limit = max(0, limit)
    keeps = announced ?? 0 <= self.limit
    if let announced, keeps { reserveLarge(&bytes, min(announced, Self.largestReservation)) }
  }

  static var dropping: BodyIntake { BodyIntake(upTo: 0, announced: nil) }

  /// Adds a piece of the body, or only counts it where the body is too long.
  package mutating func take(_ chunk: UnsafeRawBufferPointer) {
    let (sum, overflow) = received.addingReportingOverflow(chunk.count)
    received = overflow ? .max : sum
    if keeps, received <= limit { unsafe bytes.append(contentsOf: chunk) } else if !bytes.isEmpty { bytes = [] }
  }

  /// Returns how many bytes are kept when so many more come.
  func kept(with count: Int) -> Int {
    let sum = received.addingReportingOverflow(count)
    return !keeps || sum.overflow || sum.partialValue > limit ? 0 : sum.partialValue
  }

  mutating func drop() { (keeps, bytes) = (false, []) }

  /// Returns the body. `announced` counts in place of bytes that were left on the wire.
  package consuming func body(announced: Int = 0) -> RequestBody {
    let length = max(received, announced)
    return length <= limit ? .complete(bytes) : .tooLarge(limit: limit, received: length)
  }
}

/// The pace at which a body is taken in.
struct UploadPace: Sendable {
  let start: Duration
  let bytesPerSecond: Int

  /// Returns when so many bytes may have come.
  func deadline(received: Int) -> Duration { start + .seconds(received) / bytesPerSecond }
}
