import Support
import Testing

@testable import Contract

@Suite("The named errors as a table", .timeLimit(.minutes(5)))
struct NamedErrorTableTests {
  private let errors = NamedErrors.all.filter { ["success-false", "not-found"].contains($0.name) }

  @Test("For a terminal: a paragraph for each, with who vouches and what is to be known")
  func terminal() {
    #expect(
      NamedErrorTable(errors).text(.table) == """
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

  @Test("For a page: a row for each")
  func markdown() {
    #expect(
      NamedErrorTable(errors).text(.markdown) == """
        | name | what happened | Venice | DGrid | notes |
        | --- | --- | --- | --- | --- |
        | `success-false` | A 200 whose body says that it failed. | `500 An unknown error occurred` | `200 success: false` | Venice: No such error: no failure hides in a 200; the general 500. DGrid: Seen on the list of models; that edits do it is assumed. |
        | `not-found` | There is nothing at that path. | `404 Not found` | `404 Invalid URL (POST PATH)` |  |

        """)
  }

  @Test("For a program: an object for each, null where there is no note")
  func json() {
    #expect(
      NamedErrorTable([errors[1]]).text(.json) == """
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

  @Test("Columns are as wide as their widest cell, and the last is not filled up; a pipe does not end a Markdown cell")
  func columns() {
    let table = TextTable([["a", "long", "x"], ["bcd", "e", "y|z"]], titles: ["1", "2", "3"])
    #expect(table.aligned == "a    long  x\nbcd  e     y|z\n")
    #expect(table.markdown == "| 1 | 2 | 3 |\n| --- | --- | --- |\n| a | long | x |\n| bcd | e | y\\|z |\n")
    #expect(TextTable([]).aligned == "")
  }
}
