internal import MockService

/// A mock of both image-edit APIs in this process; `withImageEditMock` starts one.
///
/// As a witness it speaks of all sessions. What it knows can still be asked when it has stopped.
public struct ImageEditMock: RequestInspector {
  /// Where it listens: `http://127.0.0.1:49152`. `/_mock` is there, too.
  public let url: String

  let service: MockService

  init(_ service: MockService, url: String) {
    self.service = service
    self.url = url
  }

  /// What a client of Venice takes for its base URL.
  public var veniceBaseURL: String { "\(url)/api/v1" }

  /// What a client of DGrid takes for its base URL.
  public var dgridBaseURL: String { "\(url)/v1" }

  public var scope: WitnessScope { WitnessScope(service: service, key: nil) }

  /// The session of that key: the requests that have it as their bearer token, or in `X-Mock-Session`.
  public func session(_ key: String) -> Session { Session(mock: self, key: key) }

  /// The requests of one test: journal, conduct, scenario, counts and quotas are its own.
  public struct Session: RequestInspector {
    /// The mock that the session is in.
    public let mock: ImageEditMock
    /// What the client is to use as its API key, or as the header `X-Mock-Session` where the key must be another.
    public let key: String

    public var scope: WitnessScope { WitnessScope(service: mock.service, key: key) }
  }
}
