internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import Support
internal import Synchronization

/// The mock's own images: `/fixtures/NAME`, and `/generated/NAME`, which `url` responses point to.
///
/// Names of generated images are made from the request and the seed, so the same request has the same URL in every run. The files are kept in
/// a folder where there is one: a URL still works after a restart. Without one they live as long as the process, within a bound.
final class StaticFiles: Sendable {
  private let folder: String?
  private let recent: Mutex<LRUCache<String, [UInt8]>>
  private let written = Atomic<Int>(0)
  private let log: @Sendable (String) -> Void

  /// Most bytes kept in the folder, about; the oldest files go first.
  static let folderLimit = 512 << 20

  init(folder: String?, memoryLimit: Int, log: @escaping @Sendable (String) -> Void) {
    self.folder = folder
    self.log = log
    recent = Mutex(LRUCache(costLimit: memoryLimit))
  }

  /// Returns the file at a path, or 404 for every path that belongs to neither API.
  func respond(to head: RequestHead) -> HandlingResult {
    guard head.method == "GET" || head.method == "HEAD", let bytes = file(head.path) else { return HandlingResult(notFound(head)) }
    // By the name, not the bytes: a picture that a scenario has mislabelled stays so.
    let type = ImageFormat.allCases.first { head.path.hasSuffix(".\($0.fileExtension)") }?.contentType ?? "application/octet-stream"
    return HandlingResult(Response(status: 200, headers: HeaderList([HeaderField("content-type", type)]), body: bytes))
  }

  /// Returns the file at a path; nil: there is none.
  func file(_ path: String) -> [UInt8]? {
    if let name = path.name(under: "/fixtures/") { return FixtureImages.bytes(named: name) }
    guard let name = path.name(under: "/generated/"), Self.isOwnName(name) else { return nil }
    if let bytes = recent.withLock({ $0.value(for: name) }) { return bytes }
    return folder.flatMap { try? readFile("\($0)/\(name)", limit: Self.folderLimit, followsLink: false) }
  }

  /// Tells whether a generated file is in memory: giving out its URL again needs nothing from the disk.
  func isRecent(_ name: String) -> Bool { recent.withLock { $0.value(for: name) } != nil }

  func keep(_ bytes: [UInt8], as name: String) {
    let isNew = !isRecent(name)
    recent.withLock { $0.insert(bytes, for: name, cost: bytes.count) }
    guard let folder, isNew, !fileExists("\(folder)/\(name)") else { return }
    do {
      try writeFile(bytes, "\(folder)/\(name)")
      if written.add(bytes.count, ordering: .relaxed).newValue > Self.folderLimit / 8 {
        written.store(0, ordering: .relaxed)
        try trimFolder(folder, toBytes: Self.folderLimit, ofFiles: Self.isOwnName)
      }
    } catch { log("\(name) is kept in memory only: \(error)") }
  }

  /// Tells whether a name is `edited-` and 32 hexadecimal digits with an image's extension: nothing that could leave the folder.
  private static func isOwnName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, ["png", "jpg", "webp"].contains(parts[1]), parts[0].hasPrefix("edited-") else { return false }
    let digits = parts[0].dropFirst("edited-".count).utf8
    return digits.count == 32 && digits.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }

  /// Returns 404 with the way out: most requests that end here have a part of the base URL left out.
  private func notFound(_ head: RequestHead) -> Response {
    .json(
      404,
      [
        // As an object with all four keys: SDKs then show the message.
        "error": [
          "message": "image-edit-mock serves nothing at \(head.path): the base URL is .../api/v1 for Venice, .../v1 for DGrid",
          "type": "not_found", "param": .null, "code": .null,
        ],
        "venice": "base URL http://HOST:PORT/api/v1, then POST /image/edit or GET /models",
        "dgrid": "base URL http://HOST:PORT/v1, then POST /images/edits or GET /models",
        "images": "GET /fixtures/NAME and GET /generated/NAME",
      ])
  }
}

extension String {
  /// The one segment behind the prefix; nil when there is none, or more.
  fileprivate func name(under prefix: String) -> String? {
    guard hasPrefix(prefix) else { return nil }
    let name = dropFirst(prefix.count)
    return name.isEmpty || name.contains("/") ? nil : String(name)
  }
}
