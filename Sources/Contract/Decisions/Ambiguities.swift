/// All decisions, in the order in which they are listed.
package enum Ambiguities {
  package static let all: [AmbiguityEntry] = venice + dgrid
}
