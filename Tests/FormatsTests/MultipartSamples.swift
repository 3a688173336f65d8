@testable import Formats

extension MultipartForm {
  /// The data of a part as text.
  func text(of part: Part) -> String { String(decoding: bytes[part.body], as: UTF8.self) }
}

/// Forms as bytes, line breaks of the literal turned into CR LF.
enum MultipartSample {
  /// The lines of `text` with CR LF between them; nothing after the last.
  static func body(_ text: String) -> [UInt8] {
    Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
  }

  /// `name=data` of a value, `name@filename[type]=data` of a part with a filename.
  static func summary(_ form: MultipartForm) -> [String] {
    form.parts.map { part in
      let file = part.filename.map { "@\($0)" } ?? ""
      let type = part.contentType.map { "[\($0)]" } ?? ""
      return "\(part.name)\(file)\(type)=\(form.text(of: part))"
    }
  }

  static func parse(_ bytes: [UInt8], boundary: String, limits: MultipartLimits = .default) throws(MultipartError) -> MultipartForm {
    try MultipartForm(parsing: bytes, boundary: Array(boundary.utf8), limits: limits)
  }

  static func failure(_ bytes: [UInt8], boundary: String = "b", limits: MultipartLimits = .default) -> MultipartError? {
    do {
      _ = try parse(bytes, boundary: boundary, limits: limits)
      return nil
    } catch {
      return error
    }
  }
}
