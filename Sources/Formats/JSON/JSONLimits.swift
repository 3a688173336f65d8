/// How much structure a JSON text may have before it is refused.
package struct JSONLimits: Sendable, Equatable {
  /// Arrays and objects inside of each other. The readers of a value recurse, and worker threads have small stacks.
  package var depth: Int
  /// Values in the whole text: one costs some 64 bytes where its text may have two.
  package var values: Int
  /// Characters of one number; JavaScript tells no two numbers apart that differ only beyond the 800th.
  package var numberLength: Int

  package init(depth: Int = 512, values: Int = 100_000, numberLength: Int = 4_096) {
    self.depth = depth
    self.values = values
    self.numberLength = numberLength
  }

  /// 512 deep, 100,000 values, numbers of 4,096 characters.
  package static let `default` = JSONLimits()
}
