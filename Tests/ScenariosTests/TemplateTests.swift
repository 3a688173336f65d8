import Formats
import Scenarios
import Testing

@Suite("Templates", .timeLimit(.minutes(15)))
struct TemplateTests {
  @Test(
    "Text and placeholders come apart",
    arguments: [
      ("plain", [Template.Part.text("plain")]), ("", []), ("{{model}}", [.placeholder(.model)]),
      ("a {{ model }} b{{nth}}", [.text("a "), .placeholder(.model), .text(" b"), .placeholder(.nth)]),
      ("\\{{model}}", [.text("{{model}}")]), ("{ {x} }", [.text("{ {x} }")]), ("{{field.size}}", [.placeholder(.field("size"))]),
      ("{{header.X-Test}}", [.placeholder(.header("X-Test"))]), ("{{unix}}", [.placeholder(.unix(.zero))]),
      ("{{unix-ms-5s}}", [.placeholder(.unixMilliseconds(.seconds(-5)))]),
      ("{{http-date+1.5s}}", [.placeholder(.httpDate(.milliseconds(1500)))]),
      ("{{request-id}}", [.placeholder(.requestID)]),
    ])
  func parts(text: String, parts: [Template.Part]) throws { #expect(try Template(parsing: text).parts == parts) }

  @Test(
    "What is no placeholder is refused, with the nearest that is one",
    arguments: [
      ("{{modle}}", "there is no placeholder `{{modle}}`; did you mean `{{model}}`?"),
      ("{{model", "`{{model` is not closed; write `}}` behind the name, or `\\{{` for the text"),
      ("{{unix+5}}", "'5' is no length of time"), ("{{unix*5s}}", "there is no placeholder `{{unix*5s}}`"),
      ("{{field.}}", "there is no placeholder `{{field.}}`"), ("{{header.a b}}", "there is no placeholder `{{header.a b}}`"),
    ])
  func refusals(text: String, message: String) {
    let error = #expect(throws: TextSyntaxError.self) { try Template(parsing: text) }
    #expect(error?.description.hasPrefix(message) == true)
  }
}
