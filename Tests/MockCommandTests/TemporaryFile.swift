import Foundation

/// An empty file that goes away with the test.
final class TemporaryFile {
  let url: URL

  init(_ type: String) throws {
    url = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("image-edit-mock-\(UUID().uuidString).\(type)")
    try Data().write(to: url)
  }

  var path: String { url.path }
  var text: String { get throws { try String(contentsOf: url, encoding: .utf8) } }
  var json: [String: Any] { get throws { try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any] ?? [:] } }

  deinit { try? FileManager.default.removeItem(at: url) }
}
