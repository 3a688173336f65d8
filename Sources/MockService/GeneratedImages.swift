internal import Support
internal import Synchronization

/// The images that `url` answers point to, by file name.
///
/// Names are made from the request and the seed, so the same request has the same URL in every run. The files are kept in a folder
/// where there is one: a URL still answers after a restart. Without one they live as long as the process, within a bound.
final class GeneratedImages: Sendable {
  private let folder: String?
  private let recent: ByteBoundedCache<String, [UInt8]>
  private let written = Atomic<Int>(0)
  private let log: @Sendable (String) -> Void

  /// Most bytes kept in the folder, about; the oldest files go first.
  static let folderLimit = 512 << 20

  init(folder: String?, memoryLimit: Int, log: @escaping @Sendable (String) -> Void) {
    self.folder = folder
    self.log = log
    recent = ByteBoundedCache(limit: memoryLimit)
  }

  /// The file of that name; nil when the name is not one of the mock's, or the file is gone.
  subscript(name: String) -> [UInt8]? {
    guard Self.isOwnName(name) else { return nil }
    if let bytes = recent[name] { return bytes }
    return folder.flatMap { try? readFile("\($0)/\(name)", limit: Self.folderLimit, followsLink: false) }
  }

  /// Whether the file is in memory: giving out its URL again needs nothing from the disk.
  func isRecent(_ name: String) -> Bool { recent[name] != nil }

  /// Keeps an image under its name.
  func keep(_ bytes: [UInt8], as name: String) {
    let isNew = recent[name] == nil
    recent.insert(bytes, for: name, size: bytes.count)
    guard let folder, isNew, !fileExists("\(folder)/\(name)") else { return }
    do {
      try writeFile(bytes, "\(folder)/\(name)")
      if written.add(bytes.count, ordering: .relaxed).newValue > Self.folderLimit / 8 {
        written.store(0, ordering: .relaxed)
        try trimFolder(folder, toBytes: Self.folderLimit, ofFiles: Self.isOwnName)
      }
    } catch {
      log("\(name) is kept in memory only: \(error)")
    }
  }

  /// `edited-` and 32 hexadecimal digits with an image's extension: nothing that could leave the folder.
  static func isOwnName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, ["png", "jpg", "webp"].contains(parts[1]), parts[0].hasPrefix("edited-") else { return false }
    let digits = parts[0].dropFirst("edited-".count).utf8
    return digits.count == 32 && digits.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }
}
