package import HTTPMessage

/// How much header the rules of both APIs take. Nobody says; far below what the server has memory for.
enum HeaderLimits {
  /// What Node takes by default, the language Venice is written in.
  static let bytes = 16_384
  /// What common servers take; some 450 would fill the memory that the server has for a connection.
  static let lines = 200
}

extension HeaderList {
  /// Names and values together, without separators.
  package var byteCount: Int { fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } }
}
