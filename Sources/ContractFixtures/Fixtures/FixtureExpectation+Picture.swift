internal import Formats
internal import HTTPMessage
internal import Images

extension FixtureExpectation.Picture {
  /// The expected picture against the body, or against each picture in a JSON body.
  func mismatches(in response: Response) -> [String] {
    guard response.mediaType == "application/json" else {
      let type = response.headers["content-type"] ?? "none"
      let wrongType = type == format.contentType ? [] : ["header content-type: expected '\(format.contentType)', came '\(type)'"]
      return wrongType + mismatches(of: response.body, "image")
    }
    let pictures = response.embeddedPictures
    guard !pictures.isEmpty else { return ["image: expected \(format.rawValue) \(size) in data[].b64_json, came none"] }
    return pictures.enumerated().flatMap { mismatches(of: $1, "data[\($0)].b64_json") }
  }

  private func mismatches(of file: [UInt8], _ name: String) -> [String] {
    let expected = "\(name): expected \(format.rawValue) \(size), came "
    let sniff = ImageHeader.read(file)
    guard let header = sniff.header, let found = header.size else { return [expected + "\(sniff)"] }
    guard header.format == format, found == size else { return [expected + "\(header.format.rawValue) \(found)"] }
    do {
      var rows = NoRows()
      try ImageDecoder.decode(file, as: format, maximumArea: size.area, into: &rows)
      return []
    } catch {
      return [expected + "one that does not decode: \(error.message)"]
    }
  }
}

extension Response {
  fileprivate var embeddedPictures: [[UInt8]] {
    guard let document = try? JSONDocument(parsing: body), case .object(let root) = document.root, case .array(let data)? = root["data"]
    else { return [] }
    return data.compactMap { entry in
      guard case .object(let object) = entry, case .string(let text)? = object["b64_json"], !text.rawRange.isEmpty else { return nil }
      return (try? Base64.decode(document.bytes(of: text))) ?? []
    }
  }
}

private struct NoRows: RowSink {
  mutating func begin(_ layout: RowLayout) {}
  mutating func take(row: Span<UInt8>, at y: Int) {}
}
