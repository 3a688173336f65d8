package import HTTPMessage
internal import Support

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
