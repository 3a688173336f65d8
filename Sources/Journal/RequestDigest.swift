package import Contract
package import HTTPMessage
internal import RequestMatching
package import Support

/// Computes digests that are equal for attempts at the same thing: equal method, path, query, key and fields, in their order.
///
/// The bytes of the body do not count: each attempt has another boundary in its multipart form.
package enum RequestDigest {
  /// Longer texts, in bytes, count with their length, checksum and decoded image: digesting them took a tenth of the time of a small edit.
  private static let longestDigested = 1_024

  /// Returns the digest of a request with the images that were decoded.
  ///
  /// - Parameters:
  ///   - form: long texts and files may be replaced by their checksums.
  ///   - body: used in place of fields when the body is no form, or has nested values.
  package static func of(_ head: RequestHead, key: String?, form: SubmittedForm?, images: [RequestImage], body: [UInt8]) -> SHA256Digest {
    var bytes = Array("\(head.method) \(head.path)?\(head.query)\n".utf8)
    if let key { bytes += key.utf8 }
    if let form {
      for (name, value) in form.fields { append(name, value, isDecoded: !images.isEmpty && imageFields.contains(name), to: &bytes) }
    }
    // A form does not contain its lists and objects, but a JSON body is the same at each attempt. A body that was not kept counts with its
    // length and its images.
    if form?.hasNestedValues ?? true, !body.isEmpty {
      bytes.append(length: body.count)
      bytes.append(number: UInt64(Fingerprint(body, in: 0..<body.count).checksum))
    }
    for image in images { bytes += image.digest.bytes }
    return SHA256Digest.of(bytes)
  }

  /// Fields whose long values are images; when they were decoded, the digests of the images count instead.
  private static let imageFields: Set<String> = ["image", "image[]", "mask"]

  private static func append(_ name: String, _ value: SubmittedValue, isDecoded: Bool, to bytes: inout [UInt8]) {
    bytes.append(text: name)
    switch value {
    case .text(let text):
      if let (count, checksum) = text.omission {
        bytes.append(length: count)
        if !isDecoded { bytes.append(number: UInt64(checksum ?? 0)) }
      } else {
        text.withBytes { text, range in
          bytes.append(length: range.count)
          if range.count <= longestDigested {
            bytes += text[range]
          } else if !isDecoded {
            bytes.append(number: UInt64(Fingerprint(text, in: range).checksum))
          }
        }
      }
    case .file(let file):
      bytes.append(length: file.count)
      if !isDecoded { bytes.append(number: UInt64(file.checksum ?? file.withBytes { Fingerprint($0, in: $1).checksum } ?? 0)) }
    case .boolean(let flag): bytes.append(flag ? 1 : 0)
    case .number(let lexeme): bytes += lexeme.utf8
    case .other(let type): bytes += type.utf8
    }
  }
}
