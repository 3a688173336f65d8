import Contract
import Testing

extension Theme {
  private static let page = "text/html; charset=UTF-8"

  static let outages = Theme(
    title: "Outages",
    entries: [
      Entry("deploy", movesClock: true) { call in
        try call().fails(503, ["content-type": page])
        try call.models().fails(503)
        call.advance(by: .milliseconds(29_999))
        try call(prompt: "").fails(503)
        call.advance(by: .milliseconds(1))
        try call().succeeds()
        try call(prompt: "").fails(400)
      },
      Entry("cdn-502") { call in
        try call().fails(502, ["content-type": page], says: "<!DOCTYPE html>")
        try call().succeeds()
      },
      Entry("bad-gateway") { call in
        for _ in 1...2 { try call().fails(502, ["content-type": "application/json"], says: call.either("upstream", "bad response status")) }
        try call().succeeds()
      },
      Entry("cdn-524", movesClock: true) { call in
        try call.begin().comes(after: .seconds(100)).fails(524, ["content-type": page], says: "<!DOCTYPE html>")
      },
      Entry("venice-down", at: [.venice]) { call in
        for _ in 1...2 { try call().fails(503, ["content-type": page]) }
        try call.models().fails(503)
        try call.at(.dgrid)().succeeds()
        try call.at(.dgrid).models().isAnswered()
      },
      Entry("dgrid-down", at: [.dgrid]) { call in
        for _ in 1...2 { try call().fails(502, says: "bad response status code 502") }
        try call.models().fails(502)
        try call.at(.venice)().succeeds()
        try call.at(.venice).models().isAnswered()
      },
      Entry("models-list-down") { call in
        try call.models().fails(call.either(500, 200), says: call.either("An unknown error", #""success":false"#))
        try call().succeeds()
      },
      Entry("expired-url", at: [.dgrid]) { call in
        let path = try call.editWithURL()
        try call.get(path).fails(404, says: "This link has expired.")
      },
      Entry("slow-url", at: [.dgrid], movesClock: true) { call in
        let response = try call.begin(.get(call.editWithURL()))
        let length = try response.bodyLength()
        try response.read(1_000)
        try response.isSilent()
        call.advance(by: .seconds(1))
        try response.read(10_000)
        try response.isSilent()
        call.advance(by: .seconds(3_600))
        try response.read(length - 11_000)
      },
    ])
}
