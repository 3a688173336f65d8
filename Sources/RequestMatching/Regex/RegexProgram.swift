/// One instruction of a program; the numbers are places in it.
enum RegexInstruction: Sendable, Equatable {
  case scalar(UInt32)
  /// One scalar of the set with that number.
  case set(Int)
  case assertion(RegexAssertion)
  case split(Int, Int)
  case jump(Int)
  case found
}

/// An expression as instructions for threads that all go through the text together (Thompson's construction, as R. Cox tells it in
/// "Regular Expression Matching: the Virtual Machine Approach").
struct RegexProgram: Sendable {
  /// Instructions, with counted repetitions written out: what one scalar of a text can cost at most.
  static let longest = 1_000

  private(set) var instructions: [RegexInstruction] = []
  private var sets: [ScalarSet] = []
  /// Two words for each set: its members below 128.
  private var ascii: [UInt64] = []
  let firsts: RegexFirsts
  let isAnchored: Bool
  /// What every match begins with, in UTF-8, cut where more would not help to tell.
  let literal: [UInt8]

  init(_ syntax: RegexSyntax) {
    firsts = RegexFirsts(syntax)
    isAnchored = syntax.isAnchored
    literal = syntax.leadingLiteral.scalars.prefix(32).flatMap { Unicode.Scalar($0).map { Array(String($0).utf8) } ?? [] }
    compile(syntax)
    instructions.append(.found)
  }

  /// Whether the set with that number has the scalar.
  @inline(__always)
  func set(_ number: Int, contains scalar: UInt32) -> Bool {
    if scalar < 128 { return ascii[2 * number + Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 != 0 }
    return sets[number].contains(scalar)
  }

  private mutating func compile(_ syntax: RegexSyntax) {
    switch syntax {
    case .scalar(let scalar): instructions.append(.scalar(scalar))
    case .set(let set): instructions.append(.set(number(of: set)))
    case .assertion(let assertion): instructions.append(.assertion(assertion))
    case .sequence(let parts): for part in parts { compile(part) }
    case .choice(let branches): compileChoice(branches)
    case .repeated(let part, let least, let most):
      for _ in 0..<least { compile(part) }
      if let most { compileOptional(part, count: most - least) } else { compileEndless(part) }
    }
  }

  private mutating func compileChoice(_ branches: [RegexSyntax]) {
    var ends: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index < branches.count - 1 else {
        compile(branch)
        break
      }
      let split = reserve()
      compile(branch)
      ends.append(reserve())
      instructions[split] = .split(split + 1, instructions.count)
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  private mutating func compileEndless(_ part: RegexSyntax) {
    let split = reserve()
    compile(part)
    instructions.append(.jump(split))
    instructions[split] = .split(split + 1, instructions.count)
  }

  private mutating func compileOptional(_ part: RegexSyntax, count: Int) {
    let splits = (0..<count).map { _ in
      let split = reserve()
      compile(part)
      return split
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }

  /// A place to be filled once it is known where it leads.
  private mutating func reserve() -> Int {
    instructions.append(.found)
    return instructions.count - 1
  }

  private mutating func number(of set: ScalarSet) -> Int {
    if let known = sets.firstIndex(of: set) { return known }
    sets.append(set)
    let bits = set.ascii
    ascii += [bits.low, bits.high]
    return sets.count - 1
  }
}

extension RegexSyntax {
  /// How many instructions it takes, to be known before any is written: `(a{1000}){1000}` is a million. Counts no further than one too many.
  var size: Int {
    let size =
      switch self {
      case .scalar, .set, .assertion: 1
      case .sequence(let parts): parts.reduce(0) { $0 + $1.size }
      case .choice(let branches): branches.reduce(0) { $0 + $1.size + 2 } - 2
      case .repeated(let part, let least, let most):
        if let most { max(1, part.size) * least + (part.size + 1) * (most - least) } else { max(1, part.size) * least + part.size + 2 }
      }
    return min(size, RegexProgram.longest + 1)
  }
}
