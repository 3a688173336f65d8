/// The names and values of a query in their order, repeats kept.
package struct QueryString: Sendable, Equatable {
  /// One `name=value`, decoded; the value is empty without a `=`.
  package struct Item: Sendable, Equatable {
    package let name: String
    package let value: String
  }

  package let items: [Item]

  /// Reads what follows the `?` of a URL.
  package init(parsing text: String) throws(URLSyntaxError) {
    let bytes = Array(text.utf8)
    var items: [Item] = []
    for piece in bytes.split(separator: UInt8(ascii: "&")) {
      let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
      items.append(Item(name: try QueryString.decode(piece[..<equals]), value: try QueryString.decode(piece[equals...].dropFirst())))
    }
    self.items = items
  }

  /// The value of the first item of that name.
  package subscript(_ name: String) -> String? { items.first { $0.name == name }?.value }

  /// The values of all items of that name, in order.
  package func values(of name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

  private static func decode(_ piece: ArraySlice<UInt8>) throws(URLSyntaxError) -> String {
    do {
      return String(decoding: try PercentEncoding.decode(bytes: Array(piece), plusIsSpace: true), as: UTF8.self)
    } catch {
      throw URLSyntaxError(offset: piece.startIndex + error.offset, message: error.message)
    }
  }
}
