/// A sound JPEG taken apart, so that its parts can be changed.
struct JPEGFile {
  struct Segment {
    var marker: UInt8
    /// What follows the marker's length field.
    var payload: [UInt8]
    /// The entropy-coded data behind an SOS marker.
    var entropyData: [UInt8] = []

    var bytes: [UInt8] {
      let length = payload.count + 2
      return [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + payload + entropyData
    }
  }

  /// All between SOI and EOI.
  private(set) var segments: [Segment] = []

  init(_ bytes: [UInt8]) {
    var offset = 2
    while offset + 4 <= bytes.count {
      let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
      let end = offset + 2 + length
      var segment = Segment(marker: bytes[offset + 1], payload: Array(bytes[offset + 4..<end]))
      offset = end
      if segment.marker == 0xDA {
        while offset + 1 < bytes.count, bytes[offset] != 0xFF || bytes[offset + 1] == 0 { offset += 1 }
        segment.entropyData = Array(bytes[end..<offset])
      }
      segments.append(segment)
    }
  }

  var bytes: [UInt8] { [0xFF, 0xD8] + segments.flatMap(\.bytes) + [0xFF, 0xD9] }

  func removing(marker: UInt8) -> [UInt8] {
    var copy = self
    copy.segments.removeAll { $0.marker == marker }
    return copy.bytes
  }

  func replacingEntropyData(_ change: ([UInt8]) -> [UInt8]) -> [UInt8] {
    var copy = self
    for index in segments.indices { copy.segments[index].entropyData = change(segments[index].entropyData) }
    return copy.bytes
  }

  /// Raw bytes between SOI and the first segment.
  func inserting(_ raw: [UInt8]) -> [UInt8] { [0xFF, 0xD8] + raw + bytes.dropFirst(2) }

  /// Other sides in the frame header.
  func resized(width: UInt16, height: UInt16) -> [UInt8] {
    var copy = self
    for index in segments.indices where [0xC0, 0xC2].contains(segments[index].marker) {
      let sides = [height, width].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      copy.segments[index].payload.replaceSubrange(1...4, with: sides)
    }
    return copy.bytes
  }

  func repeatingFirstScan(times: Int) -> [UInt8] {
    var copy = self
    if let index = segments.firstIndex(where: { $0.marker == 0xDA }) {
      copy.segments.insert(contentsOf: Array(repeating: segments[index], count: times), at: index)
    }
    return copy.bytes
  }
}
