internal import ContractFixtures
package import HTTPMessage
package import MockService
internal import Support

/// Answers requests that were recorded with what was recorded, and leaves all others to the mock.
package struct Replay: ResponseOverride {
  private struct Recording: Sendable {
    let file: String
    let rule: String
    let kind: RuleFixture.Kind
    let status: Int
  }

  private let folder: RecordedFolder
  private let recordings: [RequestKey: [Recording]]
  /// Method and path of all that is recorded.
  private let targets: Set<String>
  private let log: @Sendable (String) -> Void

  /// Reads the folder; answers are read when they are asked for.
  ///
  /// - Parameter log: takes a line when a file cannot be read any more.
  /// - Throws: all files that are no fixtures, or cannot be replayed.
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
      } catch {
        problems.append("\(error)")
      }
    }
    guard problems.isEmpty else { throw ReplayError(problems: problems, isUsage: false) }
    guard !recordings.isEmpty else { throw ReplayError(problems: ["there is no fixture in \(path)"], isUsage: true) }
    (self.recordings, self.targets) = (recordings, targets)
  }

  /// How many answers there are.
  package var count: Int { recordings.values.reduce(0) { $0 + $1.count } }

  package func takes(_ head: RequestHead) -> Bool { targets.contains(head.target) }

  package func response(to request: Request, _ judgement: ContractResult) -> Response? {
    guard case .complete = request.body, let redacted = try? request.redacted(),
      let recording = recordings[RequestKey(redacted)].flatMap({ best(of: $0, judgement) })
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

  /// The same fields without a key, or with one, are one request here with two answers: the one on the same side of the rule is meant.
  /// Then a success rather than the failure of a bad day.
  private func best(of recordings: [Recording], _ judgement: ContractResult) -> Recording? {
    let (rule, kind) = judgement.place ?? ("", .accept)
    let ranked = recordings.sorted { ($0.status, $0.file) < ($1.status, $1.file) }
    return ranked.first { $0.kind == kind && (rule.isEmpty || $0.rule == rule) } ?? ranked.first
  }
}

/// Why a folder cannot be replayed.
package struct ReplayError: Error, Sendable, Equatable {
  /// One line each; those of files with place and what to write instead.
  package let problems: [String]
  /// Whether the folder is the mistake, and not a file in it.
  package let isUsage: Bool
}

extension RequestHead {
  fileprivate var target: String { "\(method) \(path)" }
}
