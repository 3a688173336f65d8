import Testing

@testable import HTTPServer

@Suite("How many connections the descriptors are enough for", .timeLimit(.minutes(15)))
struct DescriptorLimitTests {
  @Test(
    "Connections, surplus connections and the rest of the program share the descriptors",
    arguments: [36, 40, 64, 100, 256, 1_024, 20_000])
  func room(descriptors: Int) {
    let room = DescriptorLimit.room(in: descriptors)
    #expect(room > 0)
    #expect(room + HTTPServerConfiguration.surplusConnections(beside: room) + 32 <= descriptors)
    #expect(room + HTTPServerConfiguration.surplusConnections(beside: room) + 100 + 64 >= descriptors)
  }

  @Test("With fewer descriptors than a start needs there is no connection", arguments: [0, 12, 35])
  func none(descriptors: Int) { #expect(DescriptorLimit.room(in: descriptors) == 0) }
}
