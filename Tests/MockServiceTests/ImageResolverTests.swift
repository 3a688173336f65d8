import Formats
import HTTPMessage
import MockService
import Testing

/// Images that came before are known by what they came in.
@Suite("An image that comes again", .timeLimit(.minutes(15)))
struct ImageResolverTests {
  private let mock = Mock()

  private func post(_ fields: FormField...) -> Response {
    mock.send("POST", "/api/v1/image/edit", headers: [FormField.contentType], body: FormField.body(fields))
  }

  @Test("Bytes that were an image as base64 text are none as a file, and the other way round")
  func textAndFile() throws {
    let image = try gradient(256, 256)
    let text = Base64.encode(image)
    for _ in 0..<2 {
      #expect(post(.text("prompt", "x"), .text("image", String(decoding: text, as: UTF8.self))).status == 200)
      #expect(post(.text("prompt", "x"), .file("image", text)).headers["x-mock-rule"] == "venice.edit.image.format")
      #expect(post(.text("prompt", "x"), .file("image", image)).status == 200)
    }
  }

  @Test("The image is rendered anew for another prompt, as if it had come for the first time")
  func another() throws {
    let image = try gradient(256, 256)
    let (first, again) = (post(.text("prompt", "a"), .file("image", image)), post(.text("prompt", "b"), .file("image", image)))
    #expect(first.status == 200 && again.status == 200 && first.body != again.body)
    #expect(
      Mock().send(
        "POST", "/api/v1/image/edit", headers: [FormField.contentType], body: FormField.body([.text("prompt", "b"), .file("image", image)])
      ).body == again.body)
  }

  @Test("One that differs in its last byte only is another, broken one is refused each time")
  func broken() throws {
    let image = try gradient(256, 256)
    let cut = Array(image.dropLast(20))
    for _ in 0..<2 {
      #expect(post(.text("prompt", "x"), .file("image", image)).status == 200)
      #expect(post(.text("prompt", "x"), .file("image", cut)).headers["x-mock-rule"] == "venice.edit.image.decodes")
    }
  }
}
