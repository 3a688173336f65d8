internal import Formats
internal import Support

/// The one line on standard output that says where the mock listens: programs wait for it.
struct ReadyLine {
  let url: String
  let port: Int
  /// Where `/_mock` is, when it has a port of its own.
  let admin: String?
  /// The file of the certificate authority that clients are to trust; nil: none was made.
  let authority: String?

  var text: String {
    var members: [(String, JSONOutput)] = [
      ("event", .string("ready")), ("url", .string(url)), ("port", .int(port)), ("pid", .int(processID())),
    ]
    if let admin { members.append(("admin", .string(admin))) }
    if let authority { members.append(("ca", .string(authority))) }
    return String(decoding: JSONOutput.object(members).serialized(), as: UTF8.self) + "\n"
  }

  /// `http://127.0.0.1:8080`; an address that means "all" is given as one that can be connected to.
  static func url(_ host: String, _ port: Int, isSecure: Bool) -> String {
    let name = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host
    return "\(isSecure ? "https" : "http")://\(name.contains(":") ? "[\(name)]" : name):\(port)"
  }
}
