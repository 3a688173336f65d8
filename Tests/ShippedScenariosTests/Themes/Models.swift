import Contract
import Testing

extension Theme {
  static let models = Theme(
    title: "Models that come and go",
    entries: [
      Entry("deprecated-model", at: [.venice]) { call in
        try call(model: "qwen-edit").succeeds([
          "x-venice-deprecated": "true", "x-venice-deprecated-replacement": "qwen-image-2-edit",
          "x-venice-model-deprecation-warning": "The model qwen-edit is scheduled for deprecation",
          "x-venice-model-deprecation-date": "2026-06-30T00:00:00.000Z",
        ])
      },
      Entry("retired-model") { call in
        try call().fails(call.either(410, 404))
      },
      Entry("model-offline") { call in
        try call().fails(503)
        try call(model: call.either("qwen-edit", "qwen-image-edits")).succeeds()
      },
      Entry("at-capacity") { call in
        try call().fails(503)
        try call().fails(503)
        try call().succeeds()
      },
    ])
}
