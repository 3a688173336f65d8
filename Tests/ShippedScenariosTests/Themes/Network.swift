import TestClient
import Testing

extension Theme {
  static let network = Theme(
    title: "The network",
    entries: [
      Entry("reset-before-answer") { call in
        try call().isNothing(.reset)
        try call().succeeds()
      },
      Entry("reset-mid-body") { call in
        try call().breaksOff(at: 0.5, .reset)
        try call().succeeds()
      },
      Entry("empty-reply") { call in
        try call().isNothing(.closed)
        try call().succeeds()
      },
      Entry("truncated-body") { call in
        try call().breaksOff(at: 0.5, .closed)
        try call().succeeds()
      },
      Entry("malformed-chunk") { call in
        let response = try call()
        #expect(response["Transfer-Encoding"] == "chunked")
        #expect(response["Content-Length"] == nil)
        #expect(response.reception.body.suffix(14) == Array("\r\nnot-a-size\r\n".utf8)[...])
        #expect(!response.reception.isReset)
        try call().succeeds()
      },
      Entry("garbage-reply") { call in
        let response = try call()
        #expect(response.reception.bytes.count == 64)
        #expect(response.reception.head == nil)
        try call().succeeds()
      },
      Entry("wrong-content-length") { call in
        let response = try call()
        #expect(response["Content-Length"] == "\(response.reception.body.count + 100)")
        #expect(!response.reception.isReset)
        try call().succeeds()
      },
      Entry("duplicate-headers") { call in
        let response = try call().succeeds()
        #expect(response.reception.head?.fields.count { $0.name.lowercased() == "content-type" } == 2)
      },
      Entry("flaky-network") { call in
        let responses = try (1...40).map { _ in try call() }
        #expect(responses.indices.filter { !responses[$0].isWhole } == [8, 13, 25, 31])
        responses[8].isNothing(.reset)
        responses[13].isNothing(.closed)
        try responses[25].breaksOff(at: 0.7, .closed)
      },
      Entry("stalled-body", movesClock: true) { call in
        let response = try call.begin()
        let length = try response.bodyLength()
        try response.read(length / 2)
        try response.isSilent(for: .seconds(45))
        try response.read(length - length / 2)
        try response.rest().isNothing(.closed)
      },
      Entry("slow-download", movesClock: true) { call in
        let response = try call.begin()
        let length = try response.bodyLength()
        // Ten pieces a second, the first at once.
        try response.read(2_000)
        try response.isSilent()
        call.advance(by: .seconds(1))
        try response.read(20_000)
        try response.isSilent()
        call.advance(by: .seconds(3_600))
        try response.read(length - 22_000)
      },
      Entry("sliced-body", movesClock: true) { call in
        let response = try call.begin()
        let length = try response.bodyLength()
        try response.read(512)
        try response.isSilent(for: .milliseconds(5))
        try response.read(512)
        try response.isSilent()
        call.advance(by: .seconds(3_600))
        try response.read(length - 1_024)
      },
      Entry("slow-upload", movesClock: true) { call in
        let (response, length) = try call.beginUpload()
        try response.isSilent(for: .seconds(length) / 20_000)
        try response.rest().succeeds()
      },
      Entry("disconnect-during-upload") { call in
        try call().isNothing(.reset)
        try call().succeeds()
      },
      Entry("slow-close", movesClock: true) { call in
        let response = try call.begin()
        try response.read(response.bodyLength())
        try response.isSilent(for: .seconds(10))
        try response.rest().isNothing(.closed)
      },
      Entry("never-answer", movesClock: true) { call in
        let response = try call.begin()
        try response.isSilent(for: .seconds(3_600))
        try response.isSilent()
        response.client.close()
        try call().succeeds()
      },
    ])
}
