import ContractFixtures
import Testing

/// A text that is no fixture, and what is said of it.
struct BadFixture: Sendable, CustomTestStringConvertible {
  let text: String
  let complaint: String

  init(_ text: String, _ complaint: String) {
    self.text = text
    self.complaint = complaint
  }

  /// A fixture whose request has this image.
  init(image: String, _ complaint: String) {
    self.init(
      """
      {
        "shows": "An image.",
        "request": { "method": "POST", "path": "/", "json": { "image": \(image) } },
        "answer": { "status": 200 }
      }
      """, complaint)
  }

  /// A fixture with these members beside the request.
  init(rest: String, _ complaint: String) {
    self.init("{ \"shows\": \"x\", \"request\": { \"method\": \"GET\", \"path\": \"/\" },\n  \(rest) }", complaint)
  }

  var testDescription: String { complaint }
}

@Suite("A file that is no fixture is refused, and the place is named", .timeLimit(.minutes(15)))
struct LoaderTests {
  private static let file = "venice.path.known/accept-x.json"

  @Test("the whole complaint", arguments: structure + values + generators)
  func complaint(_ bad: BadFixture) {
    do throws(FixtureError) {
      _ = try RuleFixture(parsing: Array(bad.text.utf8), file: Self.file, images: { _ in nil })
      Issue.record("the file was taken")
    } catch {
      #expect(error.description == "\(Self.file):\(bad.complaint)")
    }
  }

  @Test(
    "a name that says nothing",
    arguments: ["a.json", "venice.path.known/other.json", "venice.path.known/accept-x.txt", "a/b/accept-x.json"])
  func name(_ file: String) {
    let complaint = "\(file):1:1: the name says nothing; write RULE/accept-….json, RULE/refuse-….json or RULE/warn-….json"
    do throws(FixtureError) {
      _ = try RuleFixture(parsing: [], file: file, images: { _ in nil })
      Issue.record("the name was taken")
    } catch {
      #expect(error.description == complaint)
    }
  }

  static let structure = [
    BadFixture("{ \"shows\": }", "1:12: expected a value but found '}'"),
    BadFixture(
      "[]", "1:1: the file is an array; write a fixture: an object with shows, profile, contract, set, api-keys, request or answer"),
    BadFixture("{}", "1:1: a fixture needs `shows`"),
    BadFixture(
      "{\n  \"show\": \"x\" }",
      "2:3: `show` is no key of a fixture; did you mean `shows`? Keys: shows, profile, contract, set, api-keys, request, answer"),
    BadFixture(
      "{ \"shows\": \"x\",\n \"shows\": \"y\" }",
      "2:2: `shows` stands here twice; write it once, and a body that needs it twice as `text`"),
    BadFixture(
      "{ \"shows\": \"x\", \"request\": { \"metod\": \"GET\" } }",
      "1:30: `metod` is no key of a request; did you mean `method`? Keys: method, path, headers, json, multipart, text"),
    BadFixture("{ \"shows\": \"x\", \"request\": { \"method\": \"GET\" } }", "1:17: a request needs `path`"),
    BadFixture(
      "{ \"shows\": \"x\", \"request\": { \"method\": \"GET\", \"path\": \"/\", \"json\": {}, \"text\": \"x\" } }",
      "1:80: a request has one body; write one of json, multipart and text"),
    BadFixture(rest: "\"set\": []", "1:1: a fixture needs `answer`"),
    BadFixture(
      rest: "\"answer\": { \"status\": 200, \"bodi\": 1 }",
      "2:30: `bodi` is no key of an answer; did you mean `body`? Keys: status, rules, warnings, headers, json, image, body"),
  ]

  static let values = [
    BadFixture("{ \"shows\": 1 }", "1:12: `shows` is a number; write a string"),
    BadFixture("{ \"shows\": null }", "1:3: `shows` is null; write a string"),
    BadFixture(
      "{ \"shows\": \"x\", \"request\": { \"method\": \"GET\", \"path\": \"/\", \"headers\": [] } }",
      "1:60: `request.headers` is an array; write an object"),
    BadFixture("{ \"shows\": \"x\", \"profile\": \"documentd\" }", "1:28: 'documentd' is no profile; write \"documented\" or \"live\""),
    BadFixture(
      "{ \"shows\": \"x\", \"set\": [\"venice.quality=reject\"] }",
      "1:25: there is no decision 'venice.quality'; did you mean venice.quality-field? `image-edit-mock rules --decisions` lists them"),
    BadFixture("{ \"shows\": \"x\", \"api-keys\": [\"a\", 7] }", "1:35: `api-keys[1]` is a number; write a string"),
    BadFixture(rest: "\"answer\": { \"status\": \"200\" }", "2:25: `answer.status` is a string; write an integer from 100 to 599"),
    BadFixture(rest: "\"answer\": { \"status\": 99 }", "2:25: `answer.status` is 99; write an integer from 100 to 599"),
    BadFixture(
      rest: "\"answer\": { \"status\": 400, \"rules\": [\"venice.edit.promt.type\"] }",
      "2:40: 'venice.edit.promt.type' is no rule; did you mean venice.edit.prompt.type?"),
    BadFixture(
      rest: "\"answer\": { \"status\": 200, \"image\": { \"format\": \"gif\", \"width\": 1, \"height\": 1 } }",
      "2:51: 'gif' is no format; write \"png\", \"jpeg\" or \"webp\""),
    BadFixture(
      rest: "\"answer\": { \"status\": 200, \"headers\": { \"allow\": 1 } }",
      "2:52: `answer.headers.allow` is a number; write a string, null where there must be no such header, or { \"$digits\": 13 } for a number of so many digits"
    ),
    BadFixture(
      rest: "\"answer\": { \"status\": 200, \"headers\": { \"allow\": { \"$digits\": 0 } } }",
      "2:65: `answer.headers.allow.$digits` is 0; write an integer from 1 to 20"
    ),
  ]

  static let generators = [
    BadFixture(
      rest: "\"answer\": { \"status\": 200, \"json\": { \"a\": { \"$absent\": false } } }",
      "2:47: `answer.json.a.$absent` has one value; write true"),
    BadFixture(
      image: "{ \"$absent\": true }",
      "3:68: `$absent` is no generator that can stand here; write $repeat, $base64, $data-url, $concat, $gzip, $deflate or $file"),
    BadFixture(
      image: "{ \"$bas64\": 1 }",
      "3:68: `$bas64` is no generator that can stand here; write $repeat, $base64, $data-url, $concat, $gzip, $deflate or $file"),
    BadFixture(
      image: "{ \"$base64\": { \"$picture\": 1 } }",
      "3:81: `$picture` is no generator that can stand here; write $image, $png, $jpeg, $webp, $heif, $text or $file"),
    BadFixture(
      image: "{ \"$base64\": \"abc\" }",
      "3:79: `request.json.image.$base64` is a string; write a generator: an object with $image, $png, $jpeg, $webp, $heif, $text or $file"),
    BadFixture(image: "{ \"$base64\": { \"$image\": \"nothing.png\" } }", "3:91: there is no fixtures/images/nothing.png"),
    BadFixture(image: "{ \"$base64\": { \"$file\": \"x.png\" } }", "3:90: there is no file x.png beside the fixture"),
    BadFixture(image: "{ \"$file\": 7 }", "3:77: `request.json.image.$file` is a number; write the name of a file beside the fixture"),
    BadFixture(
      image: "{ \"$file\": \"../x.png\" }",
      "3:77: '../x.png' is no name of a file beside the fixture; write the name alone, without a folder"),
    BadFixture(image: "{ \"$repeat\": \"a\" }", "3:57: a $repeat needs `times`"),
    BadFixture(
      image: "{ \"$repeat\": \"a\", \"times\": -1 }", "3:93: `request.json.image.times` is -1; write an integer from 0 to 134217728"),
    BadFixture(
      image: "{ \"$repeat\": 7, \"times\": 1 }",
      "3:79: `request.json.image.$repeat` is a number; write a string or a generator of one ($repeat, $base64, $data-url, $concat, $gzip, $deflate or $file)"
    ),
    BadFixture(
      image: "{ \"$base64\": { \"$png\": { \"width\": 1, \"height\": 1, \"mode\": \"CMYK\" } } }",
      "3:124: 'CMYK' is no mode; write \"L\", \"LA\", \"RGB\", \"RGBA\" or \"P\""),
    BadFixture(
      image: "{ \"$base64\": { \"$png\": { \"width\": 1, \"height\": 1, \"colour\": 1 } } }",
      "3:116: `colour` is no key of a $png; did you mean `mode`? Keys: width, height, mode, pad-to, orientation, damage"),
    BadFixture(
      image: "{ \"$base64\": { \"$png\": { \"width\": 100000, \"height\": 100000 } } }",
      "3:81: 100000x100000 is more than a file is made of; write \"damage\": \"header-only\""),
    BadFixture(
      image: "{ \"$base64\": { \"$png\": { \"width\": 1, \"height\": 1, \"pad-to\": 20 } } }",
      "3:126: the file has 81 bytes at least when it is padded; write 81 or more"),
    BadFixture(
      image: "{ \"$base64\": { \"$jpeg\": { \"width\": 0, \"height\": 1 } } }",
      "3:101: `request.json.image.$base64.$jpeg.width` is 0; write an integer from 1 to 4096"),
  ]
}
