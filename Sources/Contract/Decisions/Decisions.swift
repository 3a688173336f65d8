/// All decisions, in the order in which they are listed.
package enum Decisions {
  package static let all: [DecisionEntry] = venice + dgrid
}
