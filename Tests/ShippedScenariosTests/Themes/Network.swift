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
        let answer = try call()
        #expect(answer["Transfer-Encoding"] == "chunked")
        #expect(answer["Content-Length"] == nil)
        #expect(answer.reception.body.suffix(14) == Array("\r\nnot-a-size\r\n".utf8)[...])
        #expect(!answer.reception.isReset)
        try call().succeeds()
      },
      Entry("garbage-reply") { call in
        let answer = try call()
        #expect(answer.reception.bytes.count == 64)
        #expect(answer.reception.head == nil)
        try call().succeeds()
      },
      Entry("wrong-content-length") { call in
        let answer = try call()
        #expect(answer["Content-Length"] == "\(answer.reception.body.count + 100)")
        #expect(!answer.reception.isReset)
        try call().succeeds()
      },
      Entry("duplicate-headers") { call in
        let answer = try call().succeeds()
        #expect(answer.reception.head?.fields.count { $0.name.lowercased() == "content-type" } == 2)
      },
      Entry("flaky-network") { call in
        let answers = try (1...40).map { _ in try call() }
        #expect(answers.indices.filter { !answers[$0].isWhole } == [8, 13, 25, 31])
        answers[8].isNothing(.reset)
        answers[13].isNothing(.closed)
        try answers[25].breaksOff(at: 0.7, .closed)
      },
      Entry("stalled-body", movesClock: true) { call in
        let answer = try call.begin()
        let length = try answer.bodyLength()
        try answer.read(length / 2)
        try answer.isSilent(for: .seconds(45))
        try answer.read(length - length / 2)
        try answer.rest().isNothing(.closed)
      },
      Entry("slow-download", movesClock: true) { call in
        let answer = try call.begin()
        let length = try answer.bodyLength()
        // Ten pieces a second, the first at once.
        try answer.read(2_000)
        try answer.isSilent()
        call.advance(by: .seconds(1))
        try answer.read(20_000)
        try answer.isSilent()
        call.advance(by: .seconds(3_600))
        try answer.read(length - 22_000)
      },
      Entry("sliced-body", movesClock: true) { call in
        let answer = try call.begin()
        let length = try answer.bodyLength()
        try answer.read(512)
        try answer.isSilent(for: .milliseconds(5))
        try answer.read(512)
        try answer.isSilent()
        call.advance(by: .seconds(3_600))
        try answer.read(length - 1_024)
      },
      Entry("slow-upload", movesClock: true) { call in
        let (answer, length) = try call.beginUpload()
        try answer.isSilent(for: .seconds(length) / 20_000)
        try answer.rest().succeeds()
      },
      Entry("disconnect-during-upload") { call in
        try call().isNothing(.reset)
        try call().succeeds()
      },
      Entry("slow-close", movesClock: true) { call in
        let answer = try call.begin()
        try answer.read(answer.bodyLength())
        try answer.isSilent(for: .seconds(10))
        try answer.rest().isNothing(.closed)
      },
      Entry("never-answer", movesClock: true) { call in
        let answer = try call.begin()
        try answer.isSilent(for: .seconds(3_600))
        try answer.isSilent()
        answer.client.close()
        try call().succeeds()
      },
    ])
}
