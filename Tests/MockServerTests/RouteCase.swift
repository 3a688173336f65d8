import HTTPMessage
import MockService
import Support
import Testing

/// One request to `/_mock` with its expected response. `{id}` stands for a refused edit, `{models}` for a list of models, both sent before.
struct RouteCase: Sendable, CustomTestStringConvertible {
  let method: String
  let target: String
  let body: String
  let status: Int
  /// A part of the response's text.
  let part: String

  init(_ method: String, _ target: String, _ body: String = "", _ status: Int, _ part: String) {
    (self.method, self.target, self.body, self.status, self.part) = (method, target, body, status, part)
  }

  var testDescription: String { "\(method) \(target) \(body.prefix(60))" }
}

extension RouteCase {
  /// Good and bad requests to every route.
  static let all: [RouteCase] = journal + verification + sessions + scenarios + facts

  private static let journal = [
    RouteCase("GET", "/_mock/requests", 200, #""forgotten":0"#),
    .init("GET", "/_mock/requests?status=4xx&api=venice", 200, #""id":"{id}""#),
    .init("GET", "/_mock/requests?endpoint=models&limit=1&session=k", 200, #""path":"/v1/models""#),
    .init("GET", "/_mock/requests?since={id}&rule=venice.edit.image.required", 200, #"{"requests":[],"#),
    .init("GET", "/_mock/requests?since=0&scenario=x&status=none", 200, #"{"requests":[],"#),
    .init("GET", "/_mock/requests?status=4x", 400, "write a status such as 400, a family such as 4xx, or none"),
    .init("GET", "/_mock/requests?status=99", 400, "'99'"), .init("GET", "/_mock/requests?status=0xx", 400, "'0xx'"),
    .init("GET", "/_mock/requests?since=req_0", 404, "there is no such request"),
    .init("GET", "/_mock/requests.har?since=req_0", 404, "there is no such request"),
    .init("GET", "/_mock/requests?status=%2B400", 400, "'+400'"), .init("GET", "/_mock/requests?since=0x10", 400, "'0x10'"),
    .init("GET", "/_mock/requests?since=yesterday", 400, "write a request's id (req_…)"),
    .init("GET", "/_mock/requests?limit=-1", 400, "write a whole number from 0 to"),
    .init("GET", "/_mock/requests?limit=", 400, "`limit` is ''"),
    .init("GET", "/_mock/requests?api=openai", 400, "write venice, dgrid"),
    .init("GET", "/_mock/requests?endpoint=edits", 400, "write edit, models"),
    .init("GET", "/_mock/requests?rule=venice.edit.image.require", 400, "did you mean venice.edit.image.required?"),
    .init("GET", "/_mock/requests/{id}", 200, #""rule":"venice.edit.image.required""#),
    .init("GET", "/_mock/requests/req_0", 404, "x-mock-request-id"),
    .init("GET", "/_mock/requests/{id}/body", 200, #"{"prompt": "p"}"#), .init("GET", "/_mock/requests/{models}/body", 200, ""),
    .init("GET", "/_mock/requests/nope/body", 404, "no request 'nope'"), .init("GET", "/_mock/requests/{id}/response", 200, "issues"),
    .init("GET", "/_mock/requests/nope/response", 404, "no request 'nope'"), .init("GET", "/_mock/requests/{id}/curl", 200, "curl \\\n"),
    .init("GET", "/_mock/requests/nope/curl", 404, "no request 'nope'"), .init("GET", "/_mock/requests.har", 200, #""version":"1.2""#),
    .init("GET", "/_mock/requests.har?bodies=none&api=venice", 200, "not kept"),
    .init("GET", "/_mock/requests.har?session=k&endpoint=edit&status=4xx&rule=venice.edit.image.required&since=0&limit=9", 200, "req_"),
    .init("GET", "/_mock/requests.har?scenario=x", 200, #""entries":[]"#),
    .init("GET", "/_mock/requests.har?bodies=some", 400, "write all, none"),
  ]

  private static let verification = [
    RouteCase(
      "POST", "/_mock/verify", #"{"expect": [{"when": {"endpoint": "edit"}, "times": 1}]}"#, 200,
      #"{"ok":true,"requests":2,"forgotten":0,"failed":[]}"#),
    .init("POST", "/_mock/verify", #"{"session": "k", "expect": [{"when": {"prompt": "q"}}]}"#, 200, "differs in prompt"),
    .init("POST", "/_mock/verify", #"{"session": "nobody", "expect": [{"when": {}}]}"#, 200, #""nearest":null"#),
    .init("POST", "/_mock/verify?status=400", #"{"expect": [{"when": {}, "times": 0}]}"#, 400, #""ok":false"#),
    .init("POST", "/_mock/verify?status=599", #"{"expect": [{"when": {}, "times": 0}]}"#, 599, #""ok":false"#),
    .init("POST", "/_mock/verify?status=422", #"{"expect": [{"when": {}}]}"#, 200, #""ok":true"#),
    .init("POST", "/_mock/verify?status=200", #"{"expect": [{"when": {}}]}"#, 400, "from 400 to 599"),
    .init("POST", "/_mock/verify", "{\"expect\":\n [{}]}", 400, #""line":2,"column":3"#),
    .init("POST", "/_mock/verify", #"{"expect": [{"when": {"prompt": "*\ud83d\ude00\u007f*"}, "times": 0}]}"#, 200, #""ok":true"#),
    .init("POST", "/_mock/verify", "", 400, "there is no question"),
    .init("POST", "/_mock/verify", "{", 400, #""problems":[{"line":1,"column":2"#), .init("GET", "/_mock/verify", 200, #""ok":false"#),
    .init(
      "GET", "/_mock/verify?session=nobody", 200, #"{"ok":true,"requests":0,"forgotten":0,"violations":[],"warnings":[],"unreached":[]}"#),
    .init("GET", "/_mock/verify", #"{}"#, 400, "takes no body"), .init("GET", "/_mock/conduct", 200, #""ok":true"#),
    .init("GET", "/_mock/conduct?session=k", 200, #""findings":[]"#),
    .init("GET", "/_mock/conduct?sesion=k", 400, "did you mean `session`"),
  ]

  private static let sessions = [
    RouteCase("GET", "/_mock/sessions", 200, #""session":"k""#), .init("GET", "/_mock/sessions?session=k", 400, "it takes none"),
    .init("POST", "/_mock/reset", 200, #"{"reset":"all"}"#), .init("POST", "/_mock/reset", "{}", 200, #"{"reset":"all"}"#),
    .init("POST", "/_mock/reset", #"{"session": "k"}"#, 200, #"{"reset":"k"}"#),
    .init("POST", "/_mock/reset?session=k", 200, #"{"reset":"k"}"#),
    .init("POST", "/_mock/reset", #"{"sesion": "k"}"#, 400, #""line":1,"column":2"#),
    .init("POST", "/_mock/reset", #"{"session": 7}"#, 200, #"{"reset":"7"}"#),
    .init("POST", "/_mock/reset", "[]", 400, "write a mapping with `session`"),
    .init("POST", "/_mock/reset", #"{"session": []}"#, 400, "write the name of a session"),
  ]

  private static let scenarios = [
    RouteCase("GET", "/_mock/scenarios", 200, #""origin":"shipped""#), .init("GET", "/_mock/scenario", 200, #""scenario":null"#),
    .init("GET", "/_mock/scenario?session=k", 200, #""session":"k""#),
    .init("GET", "/_mock/scenario?name=k", 400, "did you mean `session`"),
    .init("PUT", "/_mock/scenario", #"{"scenario": "dgrid-down"}"#, 200, #""standard":"dgrid-down""#),
    .init("PUT", "/_mock/scenario", #"{"scenario": "none", "session": "k"}"#, 200, #""own":"none""#),
    .init("PUT", "/_mock/scenario?session=k", "scenario: dgrid-down", 200, #""own":"dgrid-down""#),
    .init("PUT", "/_mock/scenario", #"{"scenario": "dgrid-dwn"}"#, 404, "near are dgrid-down"),
    .init("PUT", "/_mock/scenario", "", 400, "the body is empty"),
    .init("PUT", "/_mock/scenario", " \n", 400, "the body is empty"), .init("PUT", "/_mock/scenario", "{}", 400, "has no `scenario`"),
    .init("PUT", "/_mock/scenario", #"{"scenario": ["a"]}"#, 400, #""line":1,"column":14"#),
    .init("DELETE", "/_mock/scenario", 200, #""scenario":null"#), .init("DELETE", "/_mock/scenario?session=k", 200, #""own":null"#),
    .init("DELETE", "/_mock/scenario", "{}", 400, "takes no body"),
    .init(
      "POST", "/_mock/scenarios", "name: mine\ndescription: d\nsteps: [{ delay: 1s }]", 201,
      #""name":"mine","description":"d","origin":"added","steps":1"#),
    .init("POST", "/_mock/scenarios", #"{"name": "mine", "description": "d", "steps": [{"delay": "1s"}]}"#, 201, #""steps":1"#),
    .init("POST", "/_mock/scenarios", "name: mine\ndescription: d\nsteps: [{ dely: 1s }]", 400, #""line":3,"column":11"#),
    .init("POST", "/_mock/scenarios", "name: none\ndescription: d\nsteps: []", 400, "switches scenarios off"),
    .init(
      "POST", "/_mock/scenarios", "name: mine\ndescription: d\nsteps: [{ respond: { file: /etc/hostname } }]", 400, "has no files beside it"
    ),
    .init("POST", "/_mock/scenarios", "", 400, "name"), .init("DELETE", "/_mock/scenarios/added", 200, #"{"removed":"added"}"#),
    .init("DELETE", "/_mock/scenarios/dgrid-down", 404, "cannot be taken away"),
  ]

  private static let facts = [
    RouteCase("GET", "/_mock/clock", 200, #""frozen":true"#), .init("PUT", "/_mock/clock", #"{"frozen": false}"#, 200, #""frozen":false"#),
    .init("PUT", "/_mock/clock", #"{"frozen": "true"}"#, 200, #""frozen":true"#),
    .init("PUT", "/_mock/clock", #"{"frozen": true, "advance": "61s"}"#, 200, #""frozen":true"#),
    .init("PUT", "/_mock/clock", "{}", 400, "nothing to do"),
    .init("PUT", "/_mock/clock", "", 400, "nothing to do"),
    .init("PUT", "/_mock/clock", #"{"advance": "61"}"#, 400, "write a number and its unit"),
    .init("PUT", "/_mock/clock", #"{"advance": "2h"}"#, 400, "write at most"),
    .init("PUT", "/_mock/clock", #"{"frozen": "yes"}"#, 400, "write `true` or `false`"),
    .init("GET", "/_mock", 200, #"{"method":"GET","path":"/_mock/requests","says":"#),
    .init("GET", "/_mock/health", 200, #""status":"ok","version":"9.8.7""#), .init("GET", "/_mock/rules", 200, "dgrid.auth.present"),
    .init("GET", "/_mock/rules?api=venice", 200, "venice.auth.present"), .init("GET", "/_mock/rules?api=x", 400, "write venice, dgrid"),
    .init("GET", "/_mock/metrics", 200, "image_edit_mock_requests_total"),
    .init("GET", "/_mock/openapi/venice.json", 200, #""openapi":"3.1.0""#),
    .init("GET", "/_mock/openapi/dgrid.json", 200, #""openapi":"3.1.0""#),
    .init("GET", "/_mock/openapi/mock.json", 200, #""openapi":"3.1.0""#),
    .init("HEAD", "/_mock/health", 200, "ok"),
  ]
}

extension RouteCase {
  private init(_ method: String, _ target: String, _ status: Int, _ part: String) { self.init(method, target, "", status, part) }
}
