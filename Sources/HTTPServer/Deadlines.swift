/// A queue with the earliest deadline first: a binary heap.
struct Deadlines<Element> {
  private var entries: [(deadline: Duration, element: Element)] = []

  var isEmpty: Bool { entries.isEmpty }
  var first: Duration? { entries.first?.deadline }

  mutating func insert(_ element: Element, at deadline: Duration) {
    entries.append((deadline, element))
    var child = entries.count - 1
    while child > 0, entries[child].deadline < entries[(child - 1) / 2].deadline {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out the element with the earliest deadline, if that is not after the moment.
  mutating func popFirst(upTo moment: Duration) -> Element? {
    guard let first, first <= moment else { return nil }
    entries.swapAt(0, entries.count - 1)
    let (_, element) = entries.removeLast()
    sink()
    return element
  }

  private mutating func sink() {
    var parent = 0
    while let child = earlierChild(of: parent), entries[child].deadline < entries[parent].deadline {
      entries.swapAt(parent, child)
      parent = child
    }
  }

  private func earlierChild(of parent: Int) -> Int? {
    let (left, right) = (2 * parent + 1, 2 * parent + 2)
    if right < entries.count, entries[right].deadline < entries[left].deadline { return right }
    return left < entries.count ? left : nil
  }
}
