/// Something that must hold, and does not for one input.
package struct PropertyViolation: Error, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}

package func demand(_ holds: Bool, _ words: @autoclosure () -> String) throws(PropertyViolation) {
  if !holds { throw PropertyViolation(words()) }
}
