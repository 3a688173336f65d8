internal import CCurl
internal import Support

/// Owner of a handle of libcurl's, and of the connections that it keeps.
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

  /// Sends a request and waits for the end of its answer. One thread at a time may do so.
  func perform(_ request: OutgoingRequest, _ limits: TransferLimits) throws(HTTPClientError) -> IncomingResponse {
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
