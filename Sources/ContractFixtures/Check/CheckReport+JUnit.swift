package import Contract
internal import Formats

extension CheckReport {
  /// JUnit XML of a check that could not begin.
  package static func junit(of api: API, unreachable why: String) -> String {
    document(api, #"tests="1" failures="0" errors="1" skipped="0""#, [errorCase(api, why)])
  }

  /// JUnit XML: a case for each row; what was not sent counts as skipped.
  package var junit: String {
    let misses = rows.count { $0.outcome.isMiss }
    let skipped = rows.count { $0.outcome != .ok && !$0.outcome.isMiss }
    let errors = stop == nil ? 0 : 1
    let counts = #"tests="\#(rows.count + errors)" failures="\#(misses)" errors="\#(errors)" skipped="\#(skipped)""#
    return Self.document(plan.api, counts, rows.map(\.junit) + (stop.map { [Self.errorCase(plan.api, $0)] } ?? []))
  }

  private static func document(_ api: API, _ counts: String, _ cases: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="image-edit-mock check" \(counts)>
      <testsuite name="\(api.rawValue)" \(counts) time="0">
    \(cases.joined(separator: "\n"))
      </testsuite>
    </testsuites>

    """
  }

  private static func errorCase(_ api: API, _ why: String) -> String {
    #"    <testcase classname="\#(api.rawValue)" name="the check" time="0"><error message="\#(why.escapedForXML)"></error></testcase>"#
  }
}

extension CheckRow {
  fileprivate var junit: String {
    let head = #"    <testcase classname="\#(fixture.rule.escapedForXML)" name="\#(fixture.file.escapedForXML)" time="0""#
    switch outcome {
    case .ok: return "\(head)/>"
    case .skipped, .notSent: return #"\#(head)><skipped message="\#(outcome.words.escapedForXML)"/></testcase>"#
    case .differs(let lines), .follows(_, let lines):
      let text = lines.joined(separator: "\n").escapedForXML
      return #"\#(head)><failure message="\#(outcome.words.escapedForXML)">\#(text)</failure></testcase>"#
    }
  }
}
