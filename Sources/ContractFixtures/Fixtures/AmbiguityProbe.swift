package import Contract

/// One request with every fixture that describes a response to it.
///
/// Where the fixtures hold under different values of a decision, the response of a server tells which value that server follows.
package struct AmbiguityProbe: Sendable {
  /// The fixtures, at least one; all have the same request, byte for byte.
  package let fixtures: [RuleFixture]

  /// Groups fixtures by their request, in the order of the first fixture of each.
  package static func all(of fixtures: [RuleFixture]) -> [AmbiguityProbe] {
    var indices: [RuleFixture.RequestIdentity: Int] = [:]
    var groups: [[RuleFixture]] = []
    for fixture in fixtures {
      let index = indices[fixture.requestIdentity, default: groups.count]
      indices[fixture.requestIdentity] = index
      if index == groups.count { groups.append([]) }
      groups[index].append(fixture)
    }
    return groups.map(AmbiguityProbe.init)
  }

  /// Returns the decisions that the request can settle: its fixtures name them and hold under different values.
  package var decisions: [AmbiguityEntry] {
    Ambiguities.all.filter { entry in
      fixtures.contains { $0.decided.contains { $0.hasPrefix("\(entry.name)=") } }
        && Set(fixtures.compactMap { $0.value(of: entry) }).count > 1
    }
  }

  /// Returns the one value of the decision under which all matching fixtures hold; nil: there are several, or none.
  package func value(of entry: AmbiguityEntry, in matching: [RuleFixture]) -> String? {
    let values = Set(matching.compactMap { $0.value(of: entry) })
    return values.count == 1 ? values.first : nil
  }
}

extension RuleFixture {
  /// What makes two fixtures' requests equal.
  package struct RequestIdentity: Hashable, Sendable {
    let text: [UInt8]
    let keys: [String]
  }

  /// The request's text and its valid keys, to compare requests by.
  package var requestIdentity: RequestIdentity { RequestIdentity(text: requestText, keys: keys) }

  /// Returns the decision's value under which the fixture holds; nil: it depends on the profile.
  package func value(of entry: AmbiguityEntry) -> String? {
    let values = Set(allSettings.map { $0.value(of: entry) })
    return values.count == 1 ? values.first : nil
  }
}
