/// Why a text of a file cannot be read: what is wrong with it, and what to write instead.
package struct TextSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
