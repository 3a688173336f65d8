import EditClient
import Foundation
import ImageEditMockTesting
import Testing

@Test func `A rate limit is waited out`() async throws {
  try await withImageEditMock(.init(profile: .live)) { mock in
    let session = mock.session("rate-limit")
    try session.use(scenario: "rate-limited-then-ok")

    let url = try #require(URL(string: mock.veniceBaseURL))
    let picture = try Data(contentsOf: #require(URL(string: "\(mock.url)/fixtures/small-256.png")))
    let client = EditClient(baseURL: url, key: session.key, sleep: { mock.advanceClock(by: $0) })
    _ = try await client.edit("Change the sky to a sunrise", picture, fields: ["aspect_ratio": "16:9"])

    #expect(await session.requests().map(\.status) == [429, 429, 200])
    try await session.verify(.request(api: .venice, prompt: "*sunrise*", fields: ["aspect_ratio": "16:9", "seed": nil], times: 3))
    try await session.verifyNoComplaints()
  }
}
