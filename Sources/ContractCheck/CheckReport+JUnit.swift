package import EditContract
internal import RuleFixtures
internal import WireFormat

extension CheckReport {
  /// JUnit XML of a check that could not begin.
  package static func junit(of api: API, unreachable why: String) -> String {
    let counts = #"tests="1" failures="0" errors="1" skipped="0""#
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="image-edit-mock check" \(counts)>
        <testsuite name="\(api.rawValue)" \(counts) time="0">
          <testcase classname="\(api.rawValue)" name="the check" time="0"><error message="\(why.escapedForXML)"></error></testcase>
        </testsuite>
      </testsuites>

      """
  }

  /// JUnit XML: a case for each row; what was not sent counts as skipped.
  package var junit: String {
    let misses = rows.count { $0.outcome.isMiss }
    let skipped = rows.count { $0.outcome != .ok && !$0.outcome.isMiss }
    let errors = stop == nil ? 0 : 1
    let counts = #"tests="\#(rows.count + errors)" failures="\#(misses)" errors="\#(errors)" skipped="\#(skipped)""#
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="image-edit-mock check" \(counts)>
        <testsuite name="\(plan.api.rawValue)" \(counts) time="0">
      \((rows.map(\.junit) + stopCase).joined(separator: "\n"))
        </testsuite>
      </testsuites>

      """
  }

  private var stopCase: [String] {
    guard let stop else { return [] }
    let head = #"    <testcase classname="\#(plan.api.rawValue)" name="the check" time="0">"#
    return [#"\#(head)<error message="\#(stop.escapedForXML)"></error></testcase>"#]
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
