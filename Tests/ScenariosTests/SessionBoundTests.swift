import Contract
import Scenarios
import Testing

/// What clients can have the engine remember by inventing sessions.
@Suite(.timeLimit(.minutes(15)))
struct SessionBoundTests {
  @Test("Sessions with long names are forgotten before their names fill the memory, those not used for longest first")
  func longNames() {
    let stage = Stage([.status(500) { $0.times = 1 }])
    let name = String(repeating: "n", count: ScenarioEngine.sessionNameLimit / 16)
    // The first one begins anew only when others have pushed it out.
    #expect(stage.steps(2, session: "0\(name)") == [1, 0])
    for number in 1..<15 { stage.send(session: "\(number)\(name)") }
    #expect(stage.steps(1, session: "0\(name)") == [0])
    for number in 15..<20 { stage.send(session: "\(number)\(name)") }
    #expect(stage.steps(1, session: "0\(name)") == [0])
    #expect(stage.steps(1, session: "1\(name)") == [1])
    stage.engine.reset()
    #expect(stage.steps(1, session: "0\(name)") == [1])
  }

  @Test("Scenarios are given to sessions up to a bound on the names")
  func assignments() {
    let engine = Stage([]).engine
    let name = String(repeating: "n", count: ScenarioEngine.sessionNameLimit / 4)
    for number in 0..<3 { #expect(engine.assign("overloaded", to: "\(number)\(name)")) }
    #expect(!engine.assign("overloaded", to: "3\(name)"))
    #expect(engine.assign("overloaded", to: "2\(name)"))
    #expect(engine.assign(nil, to: "0\(name)"))
    #expect(engine.assign("overloaded", to: "3\(name)"))
  }
}
