internal import CCurl
internal import HTTPMessage
internal import Support

/// libcurl, loaded when the first request is sent. Unchecked because of the pointer: neither it nor what it points to changes.
@safe struct CurlLibrary: @unchecked Sendable {
  /// Never freed, and not changed after it is loaded: it may be used on every thread.
  let functions: OpaquePointer

  /// Its file names in Debian and most others: with OpenSSL, and with GnuTLS.
  static let names = ["libcurl.so.4", "libcurl-gnutls.so.4"]

  static let shared = Result { () throws(HTTPClientError) in try CurlLibrary(names) }

  /// Loads the first library of these names that can be loaded.
  init(_ names: [String]) throws(HTTPClientError) {
    var problems: [String] = []
    for name in names {
      var problem = [CChar](repeating: 0, count: 512)
      if let functions = unsafe transfer_library_load(name, &problem, problem.count) {
        unsafe self.functions = functions
        return
      }
      problems.append(problem.text)
    }
    throw HTTPClientError(
      .noLibrary,
      "requests to other servers are sent by libcurl, which is not here; install it (Debian: libcurl4). \(problems.joined(separator: "; "))"
    )
  }
}

extension [CChar] {
  /// The text up to the zero.
  var text: String { String(decoding: prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) }
}

/// Owns a handle of libcurl's, and the connections that it keeps.
///
/// Unchecked because of the pointer: libcurl lets a handle be used on any thread, on one at a time.
@safe final class CurlHandle: @unchecked Sendable {
  private let library: CurlLibrary
  private let handle: UnsafeMutableRawPointer

  init(_ library: CurlLibrary) throws(HTTPClientError) {
    guard let handle = unsafe transfer_handle_create(library.functions) else {
      throw HTTPClientError(.failed, "libcurl has no memory for a request")
    }
    self.library = library
    unsafe self.handle = handle
  }

  deinit { unsafe transfer_handle_destroy(library.functions, handle) }

  /// Sends a request and returns the whole response. To be called on one thread at a time.
  func perform(_ request: OutgoingRequest, _ limits: TransferLimits) throws(HTTPClientError) -> Response {
    let texts = CTexts([request.url, request.method, limits.trustedCertificates ?? ""] + (try request.lines()))
    let intake = ResponseIntake(bodyLimit: limits.body)
    var problem = [CChar](repeating: 0, count: Int(transfer_problem_capacity))
    var status = 0
    let ending = unsafe texts.withPointers { texts in
      unsafe request.body.withUnsafeBufferPointer { body in
        var transfer = unsafe transfer(
          url: texts[0], method: texts[1], header_lines: texts.baseAddress.map { unsafe $0 + 3 }, header_count: texts.count - 3,
          body: body.baseAddress, body_length: body.count, has_body: request.hasBody, ends_with_head: request.method == "HEAD",
          timeout_milliseconds: limits.timeout.curlMilliseconds, connect_timeout_milliseconds: limits.connectTimeout.curlMilliseconds,
          trusted_certificates: texts[2], context: Unmanaged.passUnretained(intake).toOpaque(), take_line: takeLine, take_piece: takePiece)
        return withExtendedLifetime(intake) { unsafe transfer_perform(library.functions, handle, &transfer, &status, &problem) }
      }
    }
    guard ending == .done else { throw HTTPClientError(ending, problem.text, of: request, intake) }
    guard intake.hasWholeHead else {
      throw HTTPClientError(transfer_ending.failed, "the connection ended in the head of the answer", of: request, intake)
    }
    return intake.response(status: status)
  }
}

private func takeLine(_ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int) {
  unsafe intake(context)?.take(line: UnsafeBufferPointer(start: bytes, count: count))
}

private func takePiece(_ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
  unsafe intake(context)?.take(piece: UnsafeBufferPointer(start: bytes, count: count)) ?? false
}

private func intake(_ context: UnsafeMutableRawPointer?) -> ResponseIntake? {
  unsafe context.map { unsafe Unmanaged<ResponseIntake>.fromOpaque($0).takeUnretainedValue() }
}

extension Duration {
  /// At least one: libcurl takes 0 for its own default.
  fileprivate var curlMilliseconds: Int { max(1, millisecondsRoundedDown) }
}

/// Texts as C takes them, all in one buffer.
private struct CTexts {
  private var bytes: [CChar] = []
  private var starts: [Int] = []

  init(_ texts: [String]) {
    for text in texts {
      starts.append(bytes.count)
      bytes += text.utf8.map(CChar.init(bitPattern:))
      bytes.append(0)
    }
  }

  /// Calls the closure with pointers to the texts, in order; they are good until the end of the call.
  func withPointers<Result>(_ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let pointers = unsafe starts.map { start in unsafe bytes.baseAddress.map { unsafe $0 + start } }
      return unsafe pointers.withUnsafeBufferPointer { unsafe body($0) }
    }
  }
}

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
