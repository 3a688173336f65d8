import Contract
import Testing

extension Theme {
  static let slowness = Theme(
    title: "Slow models",
    entries: [
      // Drawn delays are worked out beside the program, from the formulas that SeededRandom and Delay state.
      Entry("slow-edit", movesClock: true) { call in
        try call.begin().comes(after: .microseconds(174_991)).succeeds()
        try call.begin().comes(after: .microseconds(1_548_178)).succeeds()
      },
      Entry("realistic-latency", movesClock: true) { call in
        let (large, small) = call.api == .venice ? ("gpt-image-2-edit", "firered-image-edit") : ("gpt-image-2", "qwen-image-edits")
        try call.begin(model: large).comes(after: .microseconds(29_929_202)).succeeds()
        try call.begin(model: small).comes(after: .microseconds(5_351_604)).succeeds()
        if call.api == .venice {
          try call.begin(model: "nano-banana-pro-edit").comes(after: .microseconds(38_786_678)).succeeds()
        }
      },
      Entry("slowing-down", movesClock: true) { call in
        try call.begin().comes(after: .seconds(1)).succeeds()
        try call.begin().comes(after: .microseconds(2_526_316)).succeeds()
      },
      Entry("slow-then-timeout", movesClock: true) { call in
        try call.begin().comes(after: .seconds(20)).succeeds()
        try call.begin().comes(after: .seconds(45)).succeeds()
        try call.begin().comes(after: .seconds(60)).fails(504)
        try call.begin().comes(after: .seconds(60)).fails(504)
      },
      Entry("gateway-timeout", movesClock: true) { call in
        try call.begin().comes(after: .seconds(60)).fails(504)
      },
      Entry("bad-day", movesClock: true) { call in
        var failed: [Int] = []
        for number in 1...30 {
          let response = try call.begin()
          try response.isSilent()
          call.advance(by: .seconds(3_600))
          if try response.rest().status == 500 { failed.append(number) }
        }
        #expect(failed == [11, 23, 28])
      },
    ])
}
