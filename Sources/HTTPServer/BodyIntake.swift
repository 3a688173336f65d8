package import HTTPMessage
internal import Support

/// The body of one request on its way in.
package struct BodyIntake: Sendable {
  private let limit: Int
  /// Whether anything is kept: not of a body that is known to be too long.
  private var keeps: Bool
  private var bytes: [UInt8] = []
  private(set) var received = 0

  /// Room is made once for the announced length, so that a long body is not copied as it grows. An announcement costs the client nothing,
  /// so it is not believed beyond this.
  private static let largestReservation = 64 << 20

  /// - Parameter announced: the length by the headers; one beyond `limit` makes no room at all.
  package init(upTo limit: Int, announced: Int?) {
    self.limit = max(0, limit)
    keeps = announced ?? 0 <= self.limit
    if let announced, keeps { reserveLarge(&bytes, min(announced, Self.largestReservation)) }
  }

  /// An intake that drops everything.
  static var dropping: BodyIntake { BodyIntake(upTo: 0, announced: nil) }

  package mutating func take(_ chunk: UnsafeRawBufferPointer) {
    let (sum, overflow) = received.addingReportingOverflow(chunk.count)
    received = overflow ? .max : sum
    if keeps, received <= limit {
      unsafe bytes.append(contentsOf: chunk)
    } else if !bytes.isEmpty {
      bytes = []
    }
  }

  /// Bytes that are kept when so many more come.
  func kept(with count: Int) -> Int {
    let sum = received.addingReportingOverflow(count)
    return !keeps || sum.overflow || sum.partialValue > limit ? 0 : sum.partialValue
  }

  /// Keeps nothing more, and nothing of what came.
  mutating func drop() { (keeps, bytes) = (false, []) }

  /// The body as it stands. `announced` counts in place of bytes that were left on the wire.
  package consuming func body(announced: Int = 0) -> RequestBody {
    let length = max(received, announced)
    return length <= limit ? .complete(bytes) : .tooLarge(limit: limit, received: length)
  }
}
