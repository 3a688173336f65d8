/// The two APIs.
package enum API: String, Sendable, CaseIterable {
  case venice, dgrid
}
