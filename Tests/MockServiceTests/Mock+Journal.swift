import Contract
import Formats
import HTTPMessage
import Journal
import MockService
import Scenarios
import Support
import TestSupport
import Testing

extension Mock {
  /// A mock whose scenarios are these files, by name.
  init(scenarios files: [String: String], _ change: (inout MockConfiguration) -> Void = { _ in }) throws {
    let folder = try TemporaryFolder()
    for (name, steps) in files {
      try folder.write(Array("name: \(name)\ndescription: A test.\n\(steps)".utf8), "\(name).yaml")
    }
    let scenarios = try ScenarioSet.load(folder: folder.path)
    self.init {
      $0.scenarios = scenarios
      change(&$0)
    }
  }

  var entries: [JournalEntry] { service.journal.entries }

  /// What the journal has of the newest request.
  func lastEntry() throws -> JournalEntry { try #require(entries.last) }

  func lastRecord() throws -> RequestRecord { try lastEntry().record }

  /// A request whose end is not an answer.
  func abandon(_ head: RequestHead, _ abandonment: Intake.Abandonment) throws {
    guard case .collect(let intake) = service.admit(head) else { throw NotAdmitted() }
    let tell = try #require(intake.abandoned)
    tell(abandonment)
  }

  /// Begins anew, with somebody who is told of each request.
  mutating func observe(_ configuration: MockConfiguration, _ observer: @escaping @Sendable (RequestRecord) -> Void) {
    self.configuration = configuration
    service = MockService(configuration, observe: observer)
  }

  struct NotAdmitted: Error {}
}

extension JournalEntry {
  /// `name` or `name=text`, with `#` and the length in place of a text that is only counted, for each field.
  var fieldNotes: [String] {
    (late.form?.fields ?? []).map { name, value in
      if let text = value.text { return "\(name)=" + (text.omission.map { "#\($0.byteCount)" } ?? text.string) }
      return value.file.map { "\(name)=file \($0.filename) #\($0.count)" } ?? name
    }
  }
}

/// A gradient of so many pixels as a JSON text.
func gradientText(_ width: Int, _ height: Int) throws -> JSONOutput { .ascii(Base64.encode(try gradient(width, height))) }
