internal import SystemCalls
internal import WireFormat

/// The one line on standard output that says where the mock listens: programs wait for it.
struct ReadyLine {
  let host: String
  let port: Int

  /// `http://127.0.0.1:8080`; an address that means "all" is given as one that can be connected to.
  var url: String {
    let name = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host
    return "http://\(name.contains(":") ? "[\(name)]" : name):\(port)"
  }

  var text: String {
    let line = JSONOutput.object([
      ("event", .string("ready")), ("url", .string(url)), ("port", .int(port)), ("pid", .int(processID())),
    ])
    return String(decoding: line.serialized(), as: UTF8.self) + "\n"
  }
}
