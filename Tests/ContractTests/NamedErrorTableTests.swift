import Testing

@testable import Contract

@Suite("The table of named errors", .timeLimit(.minutes(15)))
struct NamedErrorTableTests {
  private let errors = NamedErrors.all.filter { ["success-false", "not-found"].contains($0.name) }

  @Test("For a terminal each error is a paragraph with basis and notes")
  func terminal() {
    #expect(
      errors.text(.table) == """
        success-false: A 200 whose body says that it failed.
            Venice: 500 An unknown error occurred (assumed)
                No such error: no failure hides in a 200; the general 500.
            DGrid: 200 success: false (observed)
                Seen on the list of models; that edits do it is assumed.
        not-found: There is nothing at that path.
            Venice: 404 Not found (observed)
            DGrid: 404 Invalid URL (POST PATH) (observed)

        """)
  }

  @Test("For a page each error is a row of a Markdown table")
  func markdown() {
    #expect(
      errors.text(.markdown) == """
        | name | what happened | Venice | DGrid | notes |
        | --- | --- | --- | --- | --- |
        | `success-false` | A 200 whose body says that it failed. | `500 An unknown error occurred` | `200 success: false` | Venice: No such error: no failure hides in a 200; the general 500. DGrid: Seen on the list of models; that edits do it is assumed. |
        | `not-found` | There is nothing at that path. | `404 Not found` | `404 Invalid URL (POST PATH)` |  |

        """)
  }

  @Test("For a program each error is a JSON object, with null where there is no note")
  func json() {
    #expect(
      [errors[1]].text(.json) == """
        {
          "errors": [
            {
              "name": "not-found",
              "summary": "There is nothing at that path.",
              "venice": {
                "status": 404,
                "answers": "404 Not found",
                "nearest": false,
                "basis": "observed",
                "source": "POST /v1/images/edits at Venice answered {\\"error\\":\\"Not found\\"}",
                "note": null
              },
              "dgrid": {
                "status": 404,
                "answers": "404 Invalid URL (POST PATH)",
                "nearest": false,
                "basis": "observed",
                "source": "source of the new-api gateway",
                "note": null
              }
            }
          ]
        }

        """)
  }
}
