import Contract
import HTTPMessage
import Testing

@Suite("Venice's contract", .timeLimit(.minutes(15)))
struct VeniceContractTests {
  private func refusal(_ json: String, _ settings: Settings = Settings()) -> Refusal? {
    let headers = HeaderList([HeaderField("authorization", "Bearer k"), HeaderField("content-type", "application/json")])
    let head = RequestHead(method: "POST", path: "/api/v1/image/edit", headers: headers)
    let contract = VeniceContract(settings: settings, keys: KeyRing())
    var form: SubmittedForm?
    let verdict = contract.examine(Request(head: head, body: .complete(Array(json.utf8))), form: &form)
    if case .refused(let refusal) = verdict { return refusal }
    return nil
  }

  private func body(_ refusal: Refusal?) -> String { String(decoding: refusal?.response.body ?? [], as: UTF8.self) }

  @Test("All violations are reported at once in zod's order, and details and issues agree")
  func everythingAtOnce() {
    let refusal = refusal(#"{"prompt":"","aspect_ratio":"4:3","safe_mode":"false"}"#)
    #expect(
      body(refusal)
        == #"{"error":"Invalid request parameters","details":{"_errors":[],"aspect_ratio":{"_errors":["Invalid enum value. Expected 'auto' | '1:1' | '3:2' | '16:9' | '21:9' | '9:16' | '2:3' | '3:4' | '4:5', received '4:3'"]},"image":{"_errors":["Required"]},"prompt":{"_errors":["String must contain at least 1 character(s)"]},"safe_mode":{"_errors":["Expected boolean, received string"]}},"issues":[{"received":"4:3","code":"invalid_enum_value","options":["auto","1:1","3:2","16:9","21:9","9:16","2:3","3:4","4:5"],"path":["aspect_ratio"],"message":"Invalid enum value. Expected 'auto' | '1:1' | '3:2' | '16:9' | '21:9' | '9:16' | '2:3' | '3:4' | '4:5', received '4:3'"},{"code":"invalid_type","expected":"string","received":"undefined","path":["image"],"message":"Required"},{"code":"too_small","minimum":1,"type":"string","inclusive":true,"exact":false,"message":"String must contain at least 1 character(s)","path":["prompt"]},{"code":"invalid_type","expected":"boolean","received":"string","path":["safe_mode"],"message":"Expected boolean, received string"}]}"#
    )
    #expect(
      refusal?.violations.map(\.rule.id) == [
        "venice.edit.aspect_ratio.enum", "venice.edit.image.required", "venice.edit.prompt.min-length", "venice.edit.safe_mode.type",
      ])
  }

  @Test("Unknown keys are at the root of details, and one issue has all of them")
  func unknownKeys() {
    let refusal = refusal(#"{"prompt":"x","image":"AAAA","a":1,"b":2}"#)
    #expect(body(refusal).contains(#""details":{"_errors":["Unrecognized key(s) in object: 'a', 'b'"]}"#))
    #expect(
      body(refusal).contains(
        #"{"code":"unrecognized_keys","keys":["a","b"],"path":[],"message":"Unrecognized key(s) in object: 'a', 'b'"}"#))
  }

  @Test(
    "The prompt is counted in UTF-16 code units",
    arguments: [
      (String(repeating: "a", count: 1500), true), (String(repeating: "a", count: 1501), false),
      (String(repeating: "😀", count: 750), true), (String(repeating: "😀", count: 751), false),
      (String(repeating: "👨‍👩‍👧‍👦", count: 136), true), (String(repeating: "👨‍👩‍👧‍👦", count: 137), false),
      (String(repeating: #"\ud83d"#, count: 1500), true), (String(repeating: #"\ud83d"#, count: 1501), false),
    ])
  func length(prompt: String, isAccepted: Bool) {
    #expect((refusal(#"{"image":"AAAA","prompt":"\#(prompt)"}"#) == nil) == isAccepted)
  }

  @Test("`quality` is a field in the documented profile, and an unknown key in the live one")
  func quality() {
    let json = #"{"prompt":"x","image":"AAAA","quality":"high"}"#
    #expect(refusal(json) == nil)
    #expect(refusal(json, Settings(profile: .live))?.violations.map(\.rule.id) == ["venice.edit.unknown-key"])
  }

  @Test("A JSON body that is no object gets zod's message for it")
  func notAnObject() {
    #expect(body(refusal("[1]")).contains(#""message":"Expected object, received array""#))
  }
}
