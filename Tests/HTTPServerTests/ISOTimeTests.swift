import HTTPMessage
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ISOTimeTests {
  @Test(
    "A moment is written and read back",
    arguments: [
      (1_795_810_773_123, "2026-11-27T20:19:33.123Z"), (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_400_007, "2000-02-29T00:00:00.007Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
  func roundTrip(unixMilliseconds: Int, text: String) {
    #expect(ISOTime.text(unixMilliseconds: unixMilliseconds) == text)
    #expect(ISOTime.unixMilliseconds(text) == unixMilliseconds)
  }

  @Test(
    "Fractions may be left out, short or long, and any offset is understood",
    arguments: [
      ("1970-01-01T00:00:01Z", 1_000), ("1970-01-01t00:00:01z", 1_000), ("1970-01-01T00:00:01.5Z", 1_500),
      ("1970-01-01T00:00:01.0019999Z", 1_001), ("1970-01-01T01:00:01+01:00", 1_000), ("1969-12-31T18:30:01-05:30", 1_000),
    ])
  func spellings(text: String, unixMilliseconds: Int) {
    #expect(ISOTime.unixMilliseconds(text) == unixMilliseconds)
  }

  @Test(
    "What is no moment is none",
    arguments: [
      "", "2026-11-27", "2026-11-27T20:19:33", "2026-11-27 20:19:33Z", "2026-13-27T20:19:33Z", "2026-02-29T20:19:33Z",
      "2026-11-00T20:19:33Z",
      "2026-11-27T24:00:00Z", "2026-11-27T20:60:33Z", "2026-11-27T20:19:60Z", "2026-11-27T20:19:33.Z", "2026-11-27T20:19:33+1:00",
      "2026-11-27T20:19:33+24:00", "2026-11-27T20:19:33ZZ", "+026-11-27T20:19:33Z", "2026-11-27T20:19:3éZ",
    ])
  func refused(text: String) { #expect(ISOTime.unixMilliseconds(text) == nil) }
}
