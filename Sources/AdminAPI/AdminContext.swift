internal import HTTPMessage
internal import Journal
package import MockService
internal import Support
internal import Synchronization

/// What the routes of `/_mock` work on.
package final class AdminContext: Sendable {
  package let service: MockService
  package let version: String
  let started: Duration
  private let mock = Mutex<String?>(nil)

  package init(_ service: MockService, version: String) {
    self.service = service
    self.version = version
    started = Clock.system.now
  }

  /// Where the APIs are, when `/_mock` has a port of its own: `http://127.0.0.1:8080`.
  package func serveAPIs(at url: String) { mock.withLock { $0 = url } }

  /// Where the APIs are, for who has asked at `url`.
  func mockURL(askedAt url: String) -> String { mock.withLock(\.self) ?? url }

  /// Refuses what takes a journal, when there is none: silence would look like innocence.
  func needJournal() throws(AdminRefusal) {
    guard service.journal.isKeeping else {
      throw AdminRefusal(409, "the journal is switched off; start the mock without --journal-requests 0")
    }
  }

  /// What is meant by a session that somebody has written.
  func session(_ name: String?) -> String? { name.map(service.journal.session(called:)) }
}
