import HTTPMessage
import Journal
import MockService
import Support
import Testing

@testable import MockServer

@Suite("Metrics", .timeLimit(.minutes(15)))
struct MetricsTests {
  private struct Sample {
    let name: String
    let labels: [String: String]
    let value: Double
  }

  /// Reads the samples, and checks that every line is HELP, TYPE or a sample of the family before it.
  private static func read(_ text: String) throws -> [Sample] {
    var samples: [Sample] = []
    var (helped, typed) = ("", "")
    #expect(text.hasSuffix("\n"))
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.wholeMatch(of: /# HELP ([a-z_]+) \S.*/) {
        helped = String(match.1)
      } else if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
        typed = String(match.1)
        #expect(typed == helped)
      } else {
        let match = try #require(line.wholeMatch(of: /([a-z_]+?)(_bucket|_sum|_count)?(\{.+\})? ([0-9.e+-]+)/), "\(line)")
        #expect(match.1 + (match.2 ?? "") == typed || String(match.1) == typed, "\(line)")
        let labels = (match.3 ?? "").matches(of: /([a-z]+)="([^"\\\n]*)"/).map { (String($0.1), String($0.2)) }
        let value = try #require(Double(match.4))
        samples.append(Sample(name: String(match.1 + (match.2 ?? "")), labels: Dictionary(labels) { $1 }, value: value))
      }
    }
    return samples
  }

  private static func value(_ samples: [Sample], _ name: String, _ labels: [String: String] = [:]) -> Double? {
    samples.first { $0.name == "image_edit_mock_\(name)" && $0.labels == labels }?.value
  }

  @Test("The text is well-formed, and its numbers are right")
  func numbers() throws {
    let site = Site()
    for _ in 1...3 { site.edit() }
    site.models()
    site.models("k", [("X-Mock-Scenario", "dgrid-down")])
    let response = site.send("GET", "/_mock/metrics")
    #expect(response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
    let samples = try Self.read(response.text)
    #expect(Self.value(samples, "requests_total", ["api": "venice", "endpoint": "edit", "status": "400"]) == 3)
    #expect(Self.value(samples, "requests_total", ["api": "dgrid", "endpoint": "models", "status": "200"]) == 1)
    #expect(Self.value(samples, "refused_total") == 3 && Self.value(samples, "scripted_total") == 1)
    let rule = ["rule": "venice.edit.image.required", "severity": "violation", "scripted": "false"]
    #expect(Self.value(samples, "rule_breaches_total", rule) == 3)
    #expect(Self.value(samples, "conduct_findings", ["finding": "hopeless-retry"]) == 1)
    #expect(Self.value(samples, "journal_requests") == 5 && Self.value(samples, "sessions") == 1)
    #expect(Self.value(samples, "journal_bytes") == Double(site.journal.size.bytes))
    #expect(Self.value(samples, "info", ["version": "9.8.7"]) == 1)
  }

  @Test("The buckets of the histogram are cumulative")
  func histogram() throws {
    let site = Site()
    for _ in 1...4 { site.models() }
    let samples = try Self.read(site.send("GET", "/_mock/metrics").text)
    let buckets = samples.filter { $0.name == "image_edit_mock_answer_seconds_bucket" }
    #expect(buckets.count == Histogram.bounds.count + 1)
    #expect(buckets.map(\.value) == buckets.map(\.value).sorted())
    #expect(buckets.last?.labels == ["le": "+Inf"] && buckets.last?.value == 4)
    #expect(Self.value(samples, "answer_seconds_count") == 4)
  }

  @Test("No label contains a client's text, and the number of labels is bounded")
  func labels() throws {
    let site = Site()
    for number in 1...50 {
      let mine = "mine\(number)"
      site.send(
        "POST", "/v1/\(mine)?\(mine)", [("Authorization", "Bearer \(mine)"), ("X-Mock-Session", mine), ("User-Agent", mine)], text: mine)
      site.send(mine, "/\(mine)", [("X-Mock-Scenario", mine)])
      site.edit(#"{"model": "\#(mine)", "prompt": "\#(mine)"}"#, key: mine)
    }
    let text = site.send("GET", "/_mock/metrics").text
    #expect(!text.contains("mine"))
    #expect(try Self.read(text).count < 60)
  }
}
