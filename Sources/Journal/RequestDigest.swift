package import Contract
package import HTTPMessage
package import Support

/// What makes two requests attempts at the same thing: method, path, query, key and fields, in their order.
///
/// Not the bytes of the body: the boundary of a multipart form is another one at each attempt.
package enum RequestDigest {
  /// Texts longer than this are told apart by length and checksum, and by the images that they became: digesting them took a tenth of the
  /// time of a small edit.
  private static let longestDigested = 1_024

  /// - Parameters:
  ///   - key: of the request's bearer token.
  ///   - form: texts and files that are only counted have checksums.
  ///   - images: the images that came with it, as far as they were looked at.
  ///   - body: stands for the fields where it could not be read as a form, or not whole.
  package static func of(_ head: RequestHead, key: String?, form: SubmittedForm?, images: [RequestImage], body: [UInt8]) -> SHA256Digest {
    var bytes = Array("\(head.method) \(head.path)?\(head.query)\n".utf8)
    if let key { bytes += key.utf8 }
    if let form {
      for (name, value) in form.fields { append(name, value, isKnown: !images.isEmpty && imageFields.contains(name), to: &bytes) }
    }
    // A form knows of lists and objects only that they are there; of a body that is JSON the bytes are the same at each attempt. One that was
    // not kept is told by its length and its images.
    if form?.hasNestedValues ?? true, !body.isEmpty {
      bytes.append(length: body.count)
      bytes.append(number: UInt64(Fingerprint(body, in: 0..<body.count).checksum))
    }
    for image in images { bytes += image.digest.bytes }
    return SHA256Digest.of(bytes)
  }

  /// Fields whose long values are images: what they became tells them apart where it is known.
  private static let imageFields: Set<String> = ["image", "image[]", "mask"]

  private static func append(_ name: String, _ value: SubmittedValue, isKnown: Bool, to bytes: inout [UInt8]) {
    bytes.append(text: name)
    switch value {
    case .text(let text):
      if let (count, checksum) = text.omission {
        bytes.append(length: count)
        if !isKnown { bytes.append(number: UInt64(checksum ?? 0)) }
      } else {
        text.withBytes { text, range in
          bytes.append(length: range.count)
          if range.count <= longestDigested {
            bytes += text[range]
          } else if !isKnown {
            bytes.append(number: UInt64(Fingerprint(text, in: range).checksum))
          }
        }
      }
    case .file(let file):
      bytes.append(length: file.count)
      if !isKnown { bytes.append(number: UInt64(file.checksum ?? file.withBytes { Fingerprint($0, in: $1).checksum } ?? 0)) }
    case .boolean(let flag): bytes.append(flag ? 1 : 0)
    case .number(let lexeme): bytes += lexeme.utf8
    case .other(let type): bytes += type.utf8
    }
  }
}
