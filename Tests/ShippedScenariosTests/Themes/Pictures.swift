import Contract
import Formats
import Images
import Testing

extension Theme {
  static let pictures = Theme(
    title: "Prompts and pictures",
    entries: [
      Entry("moderated-prompt") { call in
        try call().succeeds()
        try call(prompt: "A NUDE figure at a window")
          .fails(call.either(422, 400), says: call.either("content policy", "moderation_blocked"))
        try call(prompt: "A gorey tale").succeeds()
      },
      Entry("silent-moderation") { call in
        let file = try call().isAnswered().pictureFile()
        #expect(file == Array("pending".utf8))
      },
      Entry("blank-picture") { call in
        let file = try call().succeeds().pictureFile()
        #expect(1_000...4_000 ~= file.count)
      },
      Entry("blurred-answer", at: [.venice]) { call in
        try call().succeeds(["x-venice-is-blurred": "true", "x-venice-is-content-violation": "false"])
      },
      Entry("mislabelled-image") { call in
        let response = try call().isAnswered(["content-type": call.either("image/png", "application/json")])
        let file = try response.pictureFile()
        #expect(ImageHeader.read(file).format == .webp)
        try response.decode(file)
      },
      Entry("corrupt-image") { call in
        let response = try call().isAnswered()
        let file = try response.pictureFile()
        #expect(ImageHeader.read(file).format == .png)
        #expect(throws: ImageDecodeError.self) { try response.decode(file) }
      },
      Entry("wrong-content-type") { call in
        try call().succeeds(["content-type": "application/octet-stream"])
      },
      Entry("success-false", at: [.dgrid]) { call in
        try call().fails(200, says: #""success":false"#)
      },
      Entry("upload-too-large") { call in
        try call().succeeds()
        try call(image: Specimen.noisy).fails(413)
      },
    ])
}
