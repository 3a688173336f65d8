internal import HTTPMessage
internal import Journal
internal import RequestMatching
internal import Scenarios

extension ScenarioTrace {
  /// Tells what a scenario had to do with an answered request.
  init(_ answer: ScriptedResponse, status: Int, _ delivery: DeliveryNotes, endpoint: RequestFacts.Endpoint) {
    self.init(scenario: answer.scenario, step: answer.step)
    nth = answer.nth
    reached = answer.reached
    drawn = answer.drawn
    faults = answer.faultTexts
    pace = answer.pace
    damage = answer.damage(status, delivery, isPicture: endpoint == .edit && answer.keepsAnswer)
  }

  /// Tells of a step that ended the request while it was being read.
  init(_ scenario: Scenario, _ admitted: AdmittedRequest) {
    self.init(scenario: scenario.name, step: admitted.number)
    faults = admitted.step?.faultTexts ?? []
    pace = admitted.step?.pace
  }
}

extension ScriptedResponse {
  /// - Parameter isPicture: whether the answer has pictures that the mock drew: the faults of pictures leave all else alone.
  fileprivate func damage(_ status: Int, _ delivery: DeliveryNotes, isPicture: Bool) -> String? {
    guard 200...299 ~= status else { return nil }
    let names = faults.map { type(of: $0).name }
    if isPicture, names.contains("corrupt-image") { return "the picture is broken" }
    if (isPicture && names.contains("mislabelled-image")) || names.contains("wrong-content-type") {
      return "the picture is not what its type says"
    }
    switch delivery.ending {
    case .whole, .held: return nil
    case .cut, .reset: return "the body was cut off"
    }
  }
}
