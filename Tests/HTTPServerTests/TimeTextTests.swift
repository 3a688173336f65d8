import HTTPMessage
import Support
import TestSupport
import Testing

@Suite("ISO 8601 times and HTTP dates", .timeLimit(.minutes(15)))
struct TimeTextTests {
  @Test(
    "An ISO time is read in all its forms",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-27T20:19:33.123Z", 1_795_810_773_123), ("2026-11-27t20:19:33.1z", 1_795_810_773_100),
      ("2026-11-27T20:19:33.123987Z", 1_795_810_773_123), ("2026-11-27T21:19:33+01:00", 1_795_810_773_000),
      ("2026-11-27T14:49:33-05:30", 1_795_810_773_000), ("2024-02-29T00:00:00Z", 1_709_164_800_000),
      ("2000-02-29T23:59:59Z", 951_868_799_000),
      ("1969-12-31T23:59:59.999Z", -1), ("9999-12-31T23:59:59Z", 253_402_300_799_000), ("1970-01-01T00:00:01Z", 1_000),
      ("1970-01-01t00:00:01z", 1_000), ("1970-01-01T00:00:01.5Z", 1_500), ("1970-01-01T00:00:01.0019999Z", 1_001),
      ("1970-01-01T01:00:01+01:00", 1_000), ("1969-12-31T18:30:01-05:30", 1_000),
    ])
  func reads(text: String, milliseconds: Int) {
    #expect(ISOTime.unixMilliseconds(text) == milliseconds)
  }

  @Test(
    "A text that is no ISO time is refused",
    arguments: [
      "", "now", "2026-11-27", "2026-11-27T20:19:33", "2026-11-27 20:19:33Z", "2026-11-27T20:19Z", "2026-11-27T24:00:00Z",
      "2026-11-27T20:60:00Z", "2026-11-27T20:19:60Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-11-31T00:00:00Z",
      "2026-11-00T00:00:00Z", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-11-27T20:19:33.Z", "2026-11-27T20:19:33.1",
      "2026-11-27T20:19:33+0100", "2026-11-27T20:19:33+24:00", "2026-11-27T20:19:33+01:60", "2026-11-27T20:19:33ZZ", "+026-11-27T20:19:33Z",
      "2026/11/27T20:19:33Z", " 2026-11-27T20:19:33Z", "2026-13-27T20:19:33Z", "2026-02-29T20:19:33Z", "2026-11-00T20:19:33Z",
      "2026-11-27T20:60:33Z", "2026-11-27T20:19:33+1:00", "2026-11-27T20:19:3éZ",
    ])
  func refuses(text: String) {
    #expect(ISOTime.unixMilliseconds(text) == nil)
  }

  @Test(
    "An ISO time is written with milliseconds, and read back",
    arguments: [
      (1_795_810_773_123, "2026-11-27T20:19:33.123Z"), (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_400_007, "2000-02-29T00:00:00.007Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
  func writes(unixMilliseconds: Int, text: String) {
    #expect(ISOTime.text(unixMilliseconds: unixMilliseconds) == text)
    #expect(ISOTime.unixMilliseconds(text) == unixMilliseconds)
  }

  @Test("Every moment is read back from its text")
  func roundTrip() {
    var numbers = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let moment = Int.random(in: -2_000_000_000_000...200_000_000_000_000, using: &numbers)
      #expect(ISOTime.unixMilliseconds(ISOTime.text(unixMilliseconds: moment)) == moment)
      let seconds = moment / 1_000
      #expect(HTTPDate.unixTime(HTTPDate.text(unixTime: seconds)) == seconds)
    }
  }

  @Test(
    "An HTTP date is written as RFC 9110 has it",
    arguments: [
      (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
      (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
      (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"), (-62_167_219_200, "Sat, 01 Jan 0000 00:00:00 GMT"),
    ])
  func writesDates(unixTime: Int, expected: String) {
    #expect(HTTPDate.text(unixTime: unixTime) == expected)
  }

  @Test(
    "An HTTP date is read, and other texts are refused",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400),
      ("Thu, 01 Jan 1970 00:00:60 GMT", 60), ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_799), ("", nil), ("1", nil),
      ("Sun, 06 Nov 1994 08:49:37", nil), ("Sun, 06 Nov 1994 08:49:37 UTC", nil), ("Sun, 06 nov 1994 08:49:37 GMT", nil),
      ("Sun, 31 Nov 1994 08:49:37 GMT", nil), ("Thu, 29 Feb 2001 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 24:49:37 GMT", nil),
      ("Sun, 06 Nov 1994 8:49:37 GMT", nil), ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("Sun Nov  6 08:49:37 1994", nil),
    ] as [(String, Int?)])
  func dates(text: String, seconds: Int?) {
    #expect(HTTPDate.unixTime(text) == seconds)
  }
}
