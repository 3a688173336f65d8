import Contract
import Formats
import HTTPMessage
import Images
import Scenarios
import Testing

/// Returns a fault of the table, its parameters at their defaults where they are not given.
func fault(_ name: String, _ given: [String: FaultValues.Value] = [:]) throws -> any Fault {
  let type = try #require(FaultTable.fault(named: name), "no fault \(name)")
  return try type.init(values: values(of: type, given))
}

extension FaultTable {
  /// Returns the fault of that name; nil when there is none.
  static func fault(named name: String) -> (any Fault.Type)? { all.first { $0.name == name } }
}

func values(of type: any Fault.Type, _ given: [String: FaultValues.Value] = [:]) throws -> FaultValues {
  var values: [String: FaultValues.Value] = [:]
  for parameter in type.parameters { values[parameter.name] = try parameter.standardValue }
  let unknown = Set(given.keys).subtracting(values.keys)
  try #require(unknown.isEmpty, "\(type.name) has no \(unknown)")
  return FaultValues(values.merging(given) { $1 })
}

extension FaultParameter {
  struct NotOfItsKind: Error {}

  /// The default, read as simply as can be.
  var standardValue: FaultValues.Value {
    get throws {
      switch kind {
      case .extent: return .extent(try Self.extent(standard))
      case .cutPoint: return .cutPoint(standard == "start" ? .start : standard == "head" ? .head : .body(try Self.extent(standard)))
      case .bytes:
        guard case .bytes(let count) = try Self.extent(standard) else { throw NotOfItsKind() }
        return .extent(.bytes(count))
      case .duration: return .duration(try Self.duration(standard))
      case .count(let bounds):
        guard let count = Int(standard), bounds.contains(count) else { throw NotOfItsKind() }
        return .count(count)
      case .text: return .text(standard)
      case .choice(let words):
        guard words.contains(standard) else { throw NotOfItsKind() }
        return .text(standard)
      case .flag:
        guard let flag = Bool(standard) else { throw NotOfItsKind() }
        return .flag(flag)
      }
    }
  }

  private static func extent(_ text: String) throws -> Extent {
    if text.hasSuffix("%"), let share = Double(text.dropLast()), 0...100 ~= share { return .percent(share) }
    if text.hasSuffix("B"), let count = Int(text.dropLast()) { return .bytes(count) }
    throw NotOfItsKind()
  }

  private static func duration(_ text: String) throws -> Duration {
    if text.hasSuffix("ms"), let count = Int(text.dropLast(2)) { return .milliseconds(count) }
    if text.hasSuffix("s"), let count = Int(text.dropLast()) { return .seconds(count) }
    throw NotOfItsKind()
  }
}

extension SeededRandom {
  static let test = SeededRandom(seed: 1, scenario: "faults", step: 1, reached: 1, purpose: "test")
}

/// Returns a 200 with `count` bytes that count up.
func response(_ count: Int, type: String = "image/png") -> Response {
  let headers = HeaderList([HeaderField("Content-Type", type), HeaderField("x-mock-request-id", "1")])
  return Response(status: 200, headers: headers, body: (0..<count).map { UInt8($0 & 255) })
}

/// Returns the plan of a response with faults in it.
func plan(_ response: Response, _ faults: any Fault..., isHEAD: Bool = false) -> DeliveryPlan {
  var draft = ResponseDraft(response, api: .venice, isHEAD: isHEAD, draws: .test)
  for fault in faults { fault.apply(to: &draft) }
  return draft.plan(delay: .zero)
}

/// A diagonal gradient with some grain, with a transparent corner where there is alpha.
func gradient(_ width: Int, _ height: Int, alpha: Bool = false, as format: ImageFormat) throws -> [UInt8] {
  var grain = SeededRandom.test
  var bytes: [UInt8] = []
  for y in 0..<height {
    for x in 0..<width {
      bytes += [UInt8(x * 255 / width), UInt8(y * 239 / height) + UInt8(grain.next() & 15), UInt8((x + y) & 255)]
      if alpha { bytes.append(x + y < width / 2 ? 0 : 255) }
    }
  }
  let layout = RowLayout(size: PixelSize(width: width, height: height), channels: alpha ? .rgba : .rgb)
  return try ImageEncoder.encode(Raster(layout: layout, bytes: bytes), as: format)
}

/// One colour.
func flat(_ width: Int, _ height: Int, as format: ImageFormat) throws -> [UInt8] {
  let layout = RowLayout(size: PixelSize(width: width, height: height), channels: .rgb)
  return try ImageEncoder.encode(Raster(layout: layout, bytes: [UInt8](repeating: 90, count: width * height * 3)), as: format)
}

/// Takes rows and counts them.
struct RowCounter: RowSink {
  var size: PixelSize?
  var count = 0
  mutating func begin(_ layout: RowLayout) { size = layout.size }
  mutating func take(row: Span<UInt8>, at y: Int) { count += 1 }
}
