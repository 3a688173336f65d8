package import Formats
internal import HTTPMessage
internal import Images

/// Entries as an HTTP archive, version 1.2: what browsers' developer tools open.
package struct HARDocument: Sendable {
  let entries: [JournalEntry]
  /// Where the mock is, such as `http://127.0.0.1:8080`: the requests' URLs are made with it.
  let url: String
  let version: String
  let hasBodies: Bool

  package init(_ entries: [JournalEntry], mock url: String, version: String, hasBodies: Bool = true) {
    self.entries = entries
    self.url = url
    self.version = version
    self.hasBodies = hasBodies
  }

  package var json: JSONOutput {
    .object([
      (
        "log",
        .object([
          ("version", .string("1.2")), ("creator", .object([("name", .string("image-edit-mock")), ("version", .string(version))])),
          ("pages", .array([])), ("entries", .array(entries.map { HAREntry($0, url: url, hasBodies: hasBodies).json })),
        ])
      )
    ])
  }
}
