/// How much a journal keeps.
package struct JournalLimits: Sendable, Equatable {
  /// Of everything that is kept, bodies included, about.
  package var bytes = 64 << 20
  /// Entries; 0: nothing is kept.
  package var requests = 10_000

  package init() {}

  /// A body of more than this is not kept: it would take the place of too many others.
  package var largestBody: Int { bytes / 4 }
}
