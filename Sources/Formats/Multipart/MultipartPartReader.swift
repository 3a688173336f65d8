internal import HTTPMessage

/// The headers of a part to what they say of it.
struct MultipartPartReader {
  package let headers: MultipartHeaders
  let delimiterAt: Int

  func part(body: Range<Int>) throws(MultipartError) -> MultipartForm.Part {
    guard let disposition = try headers.line(named: "content-disposition") else {
      throw MultipartError(.missingDisposition, at: delimiterAt, "expected a Content-Disposition header in the part but found none")
    }
    let parameters = try parameters(of: disposition)
    guard let name = parameters.first(where: { $0.name == "name" }) else {
      throw MultipartError(.missingName, at: disposition.offset, "expected a name in Content-Disposition but found none")
    }
    try refuseTransferEncoding()
    return MultipartForm.Part(
      name: String(decoding: name.value, as: UTF8.self),
      filename: try filename(parameters, of: disposition),
      contentType: try headers.line(named: "content-type").map { String(decoding: $0.value, as: UTF8.self) },
      headers: headers.lines.map { ($0.name, String(decoding: $0.value, as: UTF8.self)) },
      body: body,
      offset: delimiterAt)
  }

  private func parameters(of line: MultipartHeaders.Line) throws(MultipartError) -> [HeaderParameters.Parameter] {
    let kind = line.value.prefix { $0.isHeaderTokenByte }
    let text = String(decoding: kind, as: UTF8.self)
    guard text.lowercased() == "form-data" else {
      let found = text.isEmpty ? line.value.span.found(at: 0) : "'\(text)'"
      throw MultipartError(.wrongDisposition, at: line.valueOffset, "expected the disposition 'form-data' but found \(found)")
    }
    do {
      return try HeaderParameters.parse(line.value, from: kind.endIndex)
    } catch {
      throw MultipartError(.malformedDisposition, at: line.valueOffset + error.offset, "Content-Disposition: \(error.message)")
    }
  }

  /// `filename*` wins over `filename`, as busboy has it; RFC 7578 forbids it, and clients send it all the same.
  private func filename(_ parameters: [HeaderParameters.Parameter], of line: MultipartHeaders.Line) throws(MultipartError) -> String? {
    if let extended = parameters.first(where: { $0.name == "filename*" }) {
      guard let text = ExtendedParameterValue.text(of: extended.value) else {
        throw MultipartError(
          .malformedDisposition, at: line.valueOffset + extended.offset,
          "expected filename* in the form UTF-8''percent-encoded but found '\(String(decoding: extended.value, as: UTF8.self))'")
      }
      return text
    }
    return parameters.first { $0.name == "filename" }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  private func refuseTransferEncoding() throws(MultipartError) {
    guard let line = try headers.line(named: "content-transfer-encoding") else { return }
    let text = String(decoding: line.value, as: UTF8.self)
    guard ["7bit", "8bit", "binary"].contains(text.lowercased()) else {
      throw MultipartError(
        .transferEncoding, at: line.valueOffset,
        "expected part data as it is (7bit, 8bit or binary) but found the transfer encoding '\(text)'")
    }
  }
}
