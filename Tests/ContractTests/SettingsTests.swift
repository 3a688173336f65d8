import Testing

@testable import Contract

@Suite("Settings", .timeLimit(.minutes(15)))
struct SettingsTests {
  @Test("An ambiguity has the profile's value until it is set")
  func overriding() throws {
    var settings = Settings()
    #expect(settings[Ambiguities.veniceQualityField] == .accept)
    #expect(Settings(profile: .live)[Ambiguities.veniceQualityField] == .reject)
    try settings.set("venice.quality-field=reject")
    #expect(settings[Ambiguities.veniceQualityField] == .reject)
  }

  @Test(
    "The error for a mistake says what to write instead",
    arguments: [
      ("quality", "'quality' is not NAME=VALUE; write for example venice.quality-field=reject"),
      (
        "venice.quality-feild=reject",
        "there is no decision 'venice.quality-feild'; did you mean venice.quality-field? `image-edit-mock rules --decisions` lists them"
      ),
      (
        "venice.quality-field=maybe",
        "'maybe' is no value of venice.quality-field; write venice.quality-field=accept or venice.quality-field=reject"
      ),
      ("=", "there is no decision ''; did you mean dgrid.usage? `image-edit-mock rules --decisions` lists them"),
    ])
  func mistakes(assignment: String, text: String) {
    var settings = Settings()
    #expect {
      try settings.set(assignment)
    } throws: {
      "\($0)" == text
    }
  }

  @Test("Every ambiguity has a documented and a live value among its values", arguments: Ambiguities.all.map(\.name))
  func values(name: String) throws {
    let entry = try #require(Ambiguities.all.first { $0.name == name })
    #expect(entry.values.count >= 2)
    #expect([entry.documented, entry.live, entry.settled ?? entry.live].allSatisfy(entry.values.contains))
  }
}
