import Formats
import HTTPMessage
import Images
import Journal
import MockService
import Support
import Testing

@testable import MockServer

@Suite("The clock of /_mock", .timeLimit(.minutes(15)))
struct ClockTests {
  private static func now(_ site: Site) throws -> String { try #require(try site.send("GET", "/_mock/clock").object["now"] as? String) }

  @Test("A quota's window moves with the clock only")
  func quota() throws {
    let site = Site()
    site.send("POST", "/_mock/scenarios", text: "name: two\ndescription: d\nquotas: { requests-per-minute: 2 }")
    site.send("PUT", "/_mock/scenario", text: "scenario: two")
    let picture = String(decoding: Base64.encode(try picture()), as: UTF8.self)
    let isLimited = { site.edit(#"{"prompt": "p", "image": "\#(picture)"}"#).status == 429 }
    var limited = [isLimited(), isLimited(), isLimited()]
    site.send("PUT", "/_mock/clock", text: #"{"advance": "30s"}"#)
    limited.append(isLimited())
    site.send("PUT", "/_mock/clock", text: #"{"advance": "31s"}"#)
    limited += [isLimited(), isLimited(), isLimited()]
    #expect(limited == [false, false, true, true, false, false, true])
  }

  /// Returns an image that Venice accepts.
  private func picture() throws -> [UInt8] {
    let layout = RowLayout(size: PixelSize(width: 256, height: 256), channels: .rgb)
    return try ImageEncoder.encode(Raster(layout: layout, bytes: [UInt8](repeating: 7, count: 256 * 256 * 3)), as: .png)
  }

  @Test("A frozen clock moves only when it is advanced")
  func frozen() throws {
    let site = Site()
    let start = try Self.now(site)
    for _ in 1...200 { #expect(try Self.now(site) == start) }
    let before = site.clock.unixMilliseconds
    site.send("PUT", "/_mock/clock", text: #"{"advance": "1.5s"}"#)
    #expect(site.clock.unixMilliseconds - before == 1_500)
    let clock = try site.send("PUT", "/_mock/clock", text: #"{"frozen": false, "advance": "1h"}"#).object
    #expect(clock["frozen"] as? Bool == false)
    #expect(try #require(clock["ahead"] as? Double) > 3_000_000)
    #expect(site.clock.advanced == .milliseconds(3_601_500))
  }

  @Test("Freezing or thawing twice is the same as once")
  func repeated() throws {
    let site = Site()
    for frozen in [true, true, false, false, true] {
      let clock = try site.send("PUT", "/_mock/clock", text: #"{"frozen": \#(frozen)}"#).object
      #expect(clock["frozen"] as? Bool == frozen)
    }
  }

  @Test("After a hundred hours of advancing, the time is still valid")
  func hundredHours() throws {
    let site = Site()
    for _ in 1...100 { site.send("PUT", "/_mock/clock", text: #"{"advance": "1h"}"#) }
    let clock = site.send("GET", "/_mock/clock")
    #expect(try OpenAPI().faults(clock, to: "GET", "/_mock/clock") == [])
    #expect(site.clock.advanced == .seconds(360_000))
  }
}
