internal import HTTPMessage

/// Collects a response as libcurl reads it, on the thread that waits for it.
@safe final class ResponseIntake {
  let bodyLimit: Int
  private(set) var isTooLarge = false

  private var headers = HeaderList()
  private var body: [UInt8] = []
  private var isInHead = false
  /// Whether the empty line after the last head has come; libcurl takes an end of the connection for one.
  private(set) var hasWholeHead = false

  init(bodyLimit: Int) { self.bodyLimit = bodyLimit }

  /// Returns what was collected.
  func response(status: Int) -> Response { Response(status: status, headers: headers, body: body) }

  /// Takes a line of a head. A status line begins a new head, since only the last one counts; what comes after the empty line is a trailer.
  func take(line bytes: UnsafeBufferPointer<UInt8>) {
    let line = unsafe String(decoding: bytes, as: UTF8.self).trimmingLineEnd
    if line.hasPrefix("HTTP/") {
      headers = HeaderList()
      (isInHead, hasWholeHead) = (true, false)
    } else if line.isEmpty {
      (isInHead, hasWholeHead) = (false, true)
      makeRoom()
    } else if isInHead, let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
      headers.append(String(line[..<colon]), line[line.index(after: colon)...].trimmingBlanks)
    }
  }

  /// Takes a piece of the body; `false` when the body is too large.
  func take(piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard piece.count <= bodyLimit - body.count else {
      isTooLarge = true
      return false
    }
    unsafe body.append(contentsOf: piece)
    return true
  }

  private func makeRoom() {
    if let length = headers["content-length"].flatMap(Int.init), 0...bodyLimit ~= length { body.reserveCapacity(length) }
  }
}

extension String {
  fileprivate var trimmingLineEnd: Substring {
    self[..<(unicodeScalars.lastIndex { $0 != "\r" && $0 != "\n" }.map(unicodeScalars.index(after:)) ?? startIndex)]
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let start = utf8.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }.map(start.index(after:)) ?? start.startIndex
    return String(self[start.startIndex..<end])
  }
}
