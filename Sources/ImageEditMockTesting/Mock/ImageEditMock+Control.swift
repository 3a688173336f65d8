internal import MockService
internal import Scenarios
internal import Support

extension ImageEditMock {
  /// Adds a scenario, written as a file of `scenarios/` is; it wins over others of its name, until the whole mock is reset.
  ///
  /// - Returns: its name, for `use(scenario:)`.
  /// - Throws: everything that is wrong with it, with line and column.
  @discardableResult
  public func addScenario(_ yaml: String) throws(ImageEditMockError) -> String {
    let scenario: Scenario
    do { scenario = try ScenarioFile.read(Array(yaml.utf8), name: "scenario", isNamed: false).get() } catch {
      throw ImageEditMockError(error)
    }
    guard service.engine.add(scenario) else {
      throw ImageEditMockError("\(ScenarioEngine.additionLimit) scenarios have been added; use another mock for more")
    }
    return scenario.name
  }

  /// Has the clock of quotas, spans and dates stand still. Delays run by the real one.
  public func freezeClock() { clock.freeze() }

  /// Has a frozen clock go on from where it stands.
  public func resumeClock() { clock.thaw() }

  /// Moves the clock on, frozen or not: a client has then waited that long.
  ///
  /// - Precondition: it does not go back.
  public func advanceClock(by duration: Duration) {
    precondition(duration >= .zero, "the clock cannot be moved by \(duration): it does not go back")
    clock.advance(by: duration)
  }

  private var clock: Clock { service.configuration.clock }
}
