import Support

/// Files of this checkout.
enum Checkout {
  static let path = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static func text(_ file: String) throws -> String { String(decoding: try readFile("\(path)/\(file)", limit: 1 << 20), as: UTF8.self) }

  /// Writes a generated file anew when the environment variable is set.
  static func update(_ file: String, with text: String, when variable: String) throws {
    if environmentVariables()[variable] != nil { try writeFile(Array(text.utf8), "\(path)/\(file)") }
  }
}
