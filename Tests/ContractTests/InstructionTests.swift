import Testing

@testable import Contract

@Suite("The image that a message refers to", .timeLimit(.minutes(5)))
struct InstructionTests {
  @Test(
    "The first URL or data URL is the source, the rest is the prompt",
    arguments: [
      ("Remove the background", "Remove the background", nil),
      ("Paint https://example.com/a.png red", "Paint red", "https://example.com/a.png"),
      ("Edit <https://example.com/a.png>", "Edit", "https://example.com/a.png"),
      ("![photo](http://localhost/a.png) at night", "at night", "http://localhost/a.png"),
      ("data:image/png;base64,AAAA make it blue", "make it blue", "data:image/png;base64,AAAA"),
      ("HTTPS://EXAMPLE.COM/A.PNG x", "x", "HTTPS://EXAMPLE.COM/A.PNG"),
      ("한국어 http://127.0.0.1/a.png로 바꿔", "한국어 바꿔", "http://127.0.0.1/a.png"),
      ("https://a/b.png，红色", "", "https://a/b.png"), ("data:image/png;base64,AAAA을 밤으로", "밤으로", "data:image/png;base64,AAAA"),
      ("see https://a/b.png.", "see", "https://a/b.png"), ("https://a/1.png and https://a/2.png", "and", "https://a/1.png"),
      ("two\nlines  kept", "two\nlines  kept", nil),
      ("", "", nil),
      ("see http:/broken", "see http:/broken", nil),
    ] as [(String, String, String?)])
  func instruction(text: String, prompt: String, source: String?) {
    let instruction = DGridInstruction(text)
    #expect(instruction.prompt == prompt)
    #expect(instruction.source == source)
  }
}
