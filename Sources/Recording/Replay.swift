internal import ContractFixtures
internal import Formats
package import HTTPMessage
package import MockService
internal import Support

/// Answers requests that were recorded by their recorded responses, and leaves all others to the mock.
package struct Replay: ResponseOverride {
  private struct Recording: Sendable {
    let file: String
    let rule: String
    let kind: RuleFixture.Kind
    let status: Int
  }

  private let folder: RecordedFolder
  private let recordings: [RequestKey: [Recording]]
  /// Method and path of every recording.
  private let targets: Set<String>
  private let log: @Sendable (String) -> Void

  /// Reads the folder. Throws all files that are no fixtures, or cannot be replayed.
  ///
  /// - Parameter log: takes a line when a response, which is read when it is needed, cannot be read any more.
  package init(folder path: String, log: @escaping @Sendable (String) -> Void) throws(ReplayError) {
    folder = RecordedFolder(path: path)
    self.log = log
    let files: [String]
    do { files = try folder.files() } catch { throw ReplayError(problems: [error.description], isUsage: true) }
    var (recordings, targets, problems) = ([RequestKey: [Recording]](), Set<String>(), [String]())
    for file in files {
      do {
        let fixture = try folder.fixture(file)
        guard fixture.expectation.response != nil else {
          throw FixtureError(
            file: "\(path)/\(file)", line: 1, column: 1, message: "a picture cannot be replayed without its bytes; write them as `body`")
        }
        let request = try fixture.request().redacted()
        targets.insert(request.head.target)
        let recording = Recording(file: file, rule: fixture.rule, kind: fixture.kind, status: fixture.expectation.status)
        recordings[RequestKey(request), default: []].append(recording)
      } catch { problems.append("\(error)") }
    }
    guard problems.isEmpty else { throw ReplayError(problems: problems, isUsage: false) }
    guard !recordings.isEmpty else { throw ReplayError(problems: ["there is no fixture in \(path)"], isUsage: true) }
    (self.recordings, self.targets) = (recordings, targets)
  }

  /// The number of responses.
  package var count: Int { recordings.values.reduce(0) { $0 + $1.count } }

  /// Tells whether a request with that method and path was recorded.
  package func takes(_ head: RequestHead) -> Bool { targets.contains(head.target) }

  /// Returns the recorded response, with `x-mock-replay`; nil: none was recorded, or its file cannot be read any more.
  package func response(to request: Request, _ result: ContractResult) -> Response? {
    guard case .complete = request.body, let redacted = try? request.redacted(),
      let recording = recordings[RequestKey(redacted)].flatMap({ best(of: $0, result) })
    else { return nil }
    do {
      var response = try folder.fixture(recording.file).expectation.response
      response?.headers.append("x-mock-replay", recording.file)
      return response
    } catch {
      log("not replayed: \(error)")
      return nil
    }
  }

  /// Chooses among recordings with the same fields, such as one with a key and one without: the one on the same side of the rule, and a
  /// success rather than a failure.
  private func best(of recordings: [Recording], _ result: ContractResult) -> Recording? {
    let (rule, kind) = result.ruleSide ?? ("", .accept)
    let ranked = recordings.sorted { ($0.status, $0.file) < ($1.status, $1.file) }
    return ranked.first { $0.kind == kind && (rule.isEmpty || $0.rule == rule) } ?? ranked.first
  }
}

/// Why a folder cannot be replayed.
package struct ReplayError: Error, Sendable, Equatable {
  /// One line each; those of files with position and what to write instead.
  package let problems: [String]
  /// Tells whether the folder is the mistake, and not a file in it.
  package let isUsage: Bool
}

extension RequestHead { fileprivate var target: String { "\(method) \(path)" } }

/// The fixtures of a folder: those that were recorded, and any others.
struct RecordedFolder: Sendable {
  let path: String

  /// Returns the files of all fixtures, as `RULE/NAME`, sorted. Throws when the folder cannot be read.
  func files() throws(SystemCallError) -> [String] {
    var files: [String] = []
    for entry in try folderEntries(path) where !entry.hasPrefix(".") {
      if folderExists("\(path)/\(entry)") {
        files += try folderEntries("\(path)/\(entry)").filter { !$0.hasPrefix(".") && $0.hasSuffix(".json") }.map { "\(entry)/\($0)" }
      } else if entry.hasSuffix(".json") {
        files.append(entry)
      }
    }
    return files
  }

  /// Reads one fixture. Throws what is wrong with it, and where, with a path that an editor can open.
  func fixture(_ file: String) throws(FixtureError) -> RuleFixture {
    let folder = "\(path)/\(file.split(separator: "/").dropLast().joined(separator: "/"))"
    do throws(FixtureError) {
      let bytes: [UInt8]
      do { bytes = try readFile("\(path)/\(file)", limit: Self.largest) } catch {
        throw FixtureError(file: file, line: 1, column: 1, message: error.description)
      }
      return try RuleFixture(
        parsing: bytes, file: file, images: { _ in nil }, files: { try? readFile("\(folder)/\($0)", limit: Self.largest) })
    } catch { throw FixtureError(file: "\(path)/\(error.file)", line: error.line, column: error.column, message: error.message) }
  }

  /// More than any response that is taken from a service, in bytes.
  private static let largest = 256 << 20
}

/// Tells which requests are the same for a recording: those with the same method, path, query and fields of the body. Headers, the boundary
/// of a multipart form, and the order of keys and the white space of JSON make no difference.
struct RequestKey: Hashable, Sendable {
  let digest: SHA256Digest

  /// - Parameter request: without its secrets.
  init(_ request: Request) {
    var hasher = SHA256Hasher()
    hasher.update("\(request.head.method) \(request.head.path)?\(request.head.query)\n")
    let body = request.body.bytes
    switch BodyContent(body, request.head.headers) {
    case .json(let document): hasher.update(document.root, of: document)
    case .multipart(let form):
      for part in form.parts.sortedStably(by: \.name) {
        hasher.update(field: Array(part.name.utf8))
        hasher.update(field: part.filename.map { Array($0.utf8) } ?? [0])
        hasher.update(field: Array((part.contentType ?? "").utf8))
        hasher.update(field: Array(form.bytes[part.body]))
      }
    case .other: hasher.update(field: body)
    }
    digest = hasher.finish()
  }

  /// Returns the beginning of a digest: enough to tell recordings apart.
  static func short(_ digest: SHA256Digest) -> String { String("\(digest)".prefix(12)) }
}

extension SHA256Hasher {
  /// Adds a field behind its length, which keeps `ab` and `c` apart from `a` and `bc`.
  fileprivate mutating func update(field bytes: [UInt8]) {
    update("\(bytes.count):")
    update(bytes)
  }

  fileprivate mutating func update(_ value: JSONValue, of document: JSONDocument) {
    update(value.typeName)
    switch value {
    case .null: break
    case .bool(let flag): update(flag ? "1" : "0")
    case .number(let number): update(field: Array(number.lexeme.utf8))
    case .string(let string): update(field: document.bytes(of: string))
    case .array(let elements):
      update("\(elements.count):")
      for element in elements { update(element, of: document) }
    case .object(let object):
      update("\(object.members.count):")
      for member in object.members.sortedStably(by: \.key) {
        update(field: Array(member.key.utf8))
        update(member.value, of: document)
      }
    }
  }
}

extension Array {
  /// Returns the elements sorted by a text, byte by byte; those with the same text stay in order.
  fileprivate func sortedStably(by text: (Element) -> String) -> [Element] {
    enumerated().sorted { left, right in
      let (one, other) = ([UInt8](text(left.element).utf8), [UInt8](text(right.element).utf8))
      return one == other ? left.offset < right.offset : one.lexicographicallyPrecedes(other)
    }.map(\.element)
  }
}
