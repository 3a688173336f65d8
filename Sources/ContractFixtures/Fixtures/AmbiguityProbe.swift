package import Contract

/// One request, with every fixture that says what may come of it.
///
/// Where its fixtures hold under different values of a decision, the answer of a server tells which value that server follows.
package struct AmbiguityProbe: Sendable {
  /// At least one; all have the same request, byte for byte.
  package let fixtures: [RuleFixture]

  /// The contests that fixtures make, in the order of their first ones.
  package static func all(of fixtures: [RuleFixture]) -> [AmbiguityProbe] {
    var places: [RuleFixture.RequestIdentity: Int] = [:]
    var groups: [[RuleFixture]] = []
    for fixture in fixtures {
      let place = places[fixture.requestIdentity, default: groups.count]
      places[fixture.requestIdentity] = place
      if place == groups.count { groups.append([]) }
      groups[place].append(fixture)
    }
    return groups.map(AmbiguityProbe.init)
  }

  /// The decisions that it is about: a fixture names each, and its fixtures hold under two values of it, or more.
  package var decisions: [AmbiguityEntry] {
    Ambiguities.all.filter { entry in
      fixtures.contains { $0.decided.contains { $0.hasPrefix("\(entry.name)=") } }
        && Set(fixtures.compactMap { $0.value(of: entry) }).count > 1
    }
  }

  /// The value of the decision under which all these fixtures of the contest hold that say one; nil: they say several, or none.
  package func value(of entry: AmbiguityEntry, in matching: [RuleFixture]) -> String? {
    let values = Set(matching.compactMap { $0.value(of: entry) })
    return values.count == 1 ? values.first : nil
  }
}

extension RuleFixture {
  /// What makes two requests the same one.
  package struct RequestIdentity: Hashable, Sendable {
    let text: [UInt8]
    let keys: [String]
  }

  package var requestIdentity: RequestIdentity { RequestIdentity(text: requestText, keys: keys) }

  /// The decision's value under which the fixture holds; nil: it is another under each profile.
  package func value(of entry: AmbiguityEntry) -> String? {
    let values = Set(allSettings.map { $0.value(of: entry) })
    return values.count == 1 ? values.first : nil
  }
}
