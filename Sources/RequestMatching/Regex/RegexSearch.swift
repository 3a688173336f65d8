/// One search of one text: for each scalar, the threads that could be a match's beginning, each place of the program at most once.
///
/// It goes through the text once and never back, so that it takes at most as many steps as there are scalars and instructions, multiplied.
struct RegexSearch {
  private let program: RegexProgram
  /// Places of instructions that wait for the next scalar.
  private var threads: [Int] = []
  private var arrived: [Int] = []
  /// For each instruction, the last generation that has been there.
  private var marks: [Int]
  private var generation = 1
  private var pending: [Int] = []
  private var isFound = false
  /// Instructions looked at.
  private(set) var steps = 0

  init(_ program: RegexProgram) {
    self.program = program
    marks = Array(repeating: 0, count: program.instructions.count)
  }

  /// - Parameter start: where a match may begin first.
  mutating func finds(in bytes: Span<UInt8>, from start: Int) -> Bool {
    var place = start
    var previous = bytes.scalar(endingAt: place)
    var (scalar, length) = bytes.scalar(at: place)
    while true {
      if mayStart(at: place, scalar) { arrive(at: 0, between: previous, and: scalar) }
      swap(&threads, &arrived)
      if isFound || scalar == RegexAssertion.none { return isFound }
      generation += 1
      let next = bytes.scalar(at: place + length)
      advance(over: scalar, before: next.scalar)
      if isFound { return true }
      (previous, place) = (scalar, place + length)
      (scalar, length) = next
      if arrived.isEmpty {
        guard let further = program.start(in: bytes, from: place) else { return false }
        if further > place {
          // Marks are about a place: an assertion that failed before may hold there.
          generation += 1
          place = further
          previous = bytes.scalar(endingAt: place)
          (scalar, length) = bytes.scalar(at: place)
        }
      }
    }
  }

  private func mayStart(at place: Int, _ scalar: UInt32) -> Bool {
    if program.isAnchored, place > 0 { return false }
    return program.firsts.canBeEmpty || (scalar != RegexAssertion.none && program.firsts.contains(scalar))
  }

  private mutating func advance(over scalar: UInt32, before next: UInt32) {
    for index in threads.indices {
      let place = threads[index]
      let takes =
        switch program.instructions[place] {
        case .scalar(let own): own == scalar
        case .set(let number): program.set(number, contains: scalar)
        case .assertion, .split, .jump, .found: false
        }
      if takes { arrive(at: place + 1, between: scalar, and: next) }
    }
    threads.removeAll(keepingCapacity: true)
  }

  /// Follows a thread to the instructions that wait for a scalar.
  private mutating func arrive(at place: Int, between previous: UInt32, and next: UInt32) {
    pending.append(place)
    while let place = pending.popLast() {
      if marks[place] == generation { continue }
      marks[place] = generation
      steps += 1
      switch program.instructions[place] {
      case .scalar, .set: arrived.append(place)
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .assertion(let assertion): if assertion.holds(between: previous, and: next) { pending.append(place + 1) }
      case .found: isFound = true
      }
    }
  }
}

extension RegexProgram {
  /// The first place from there on where a match may begin; nil when there is none.
  func start(in bytes: Span<UInt8>, from place: Int) -> Int? {
    if isAnchored { return place == 0 && (firsts.canBeEmpty || mayBegin(in: bytes, at: 0)) ? 0 : nil }
    if firsts.canBeEmpty { return place }
    var place = place
    while place < bytes.count {
      if mayBegin(in: bytes, at: place) { return place }
      place += 1
    }
    return nil
  }

  private func mayBegin(in bytes: Span<UInt8>, at place: Int) -> Bool {
    guard place < bytes.count, firsts.contains(beginning: bytes[place]) else { return false }
    guard literal.count <= bytes.count - place else { return false }
    for index in literal.indices where literal[index] != bytes[place + index] { return false }
    return true
  }
}
