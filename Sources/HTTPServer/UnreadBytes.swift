internal import Glibc

/// What a client has sent and nobody has read: a socket that is closed with such bytes ends with a reset instead of in order.
enum UnreadBytes {
  /// What there was to drop.
  enum Drop: Sendable {
    case bytes(Int)
    case nothingYet
    /// Nothing more will come.
    case end
  }

  private static let step = 1 << 20
  /// Steps at most, so that a client that sends without end is not listened to without end.
  private static let steps = 16

  /// Whether there are any.
  static func exist(on socket: Int32) -> Bool { recv(socket, nil, 1, flags(MSG_PEEK, MSG_TRUNC, MSG_DONTWAIT)) > 0 }

  /// Drops up to a mebibyte.
  static func drop(on socket: Int32) -> Drop {
    // With MSG_TRUNC, TCP drops the bytes instead of copying them.
    let count = recv(socket, nil, step, flags(MSG_TRUNC, MSG_DONTWAIT))
    return count > 0 ? .bytes(count) : count < 0 && errno == EAGAIN ? .nothingYet : .end
  }

  /// Drops what is there now.
  static func dropAll(on socket: Int32) {
    for _ in 0..<steps {
      guard case .bytes = drop(on: socket) else { return }
    }
  }

  private static func flags(_ all: Int...) -> Int32 { Int32(all.reduce(0, |)) }
}
