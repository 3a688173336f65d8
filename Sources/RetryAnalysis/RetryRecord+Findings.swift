internal import Support

extension RetryRecord {
  /// What was found, of one session or of all, in the order of first occurrence; what is open counts.
  func findings(session: String?) -> [(key: FindingKey, value: AggregatedFinding)] {
    var found: [FindingKey: AggregatedFinding] = [:]
    for (key, occurrences) in log.all where session == nil || key.session == session { found[key] = occurrences }
    for (key, occurrences) in open(session) {
      if found[key]?.add(occurrences) == nil { found[key] = occurrences }
    }
    return found.sorted { ($0.value.order, $0.key.kind.rank) < ($1.value.order, $1.key.kind.rank) }
  }

  /// How many findings there are, dropped and open ones too.
  var count: Int { log.count + Set(open(nil).lazy.map(\.key)).count { !log.contains($0) } }

  /// What is found unless something comes.
  private func open(_ session: String?) -> [(key: FindingKey, value: AggregatedFinding)] {
    var open: [(key: FindingKey, value: AggregatedFinding)] = []
    for (key, chain) in chains.all where session == nil || key.session == session {
      open += chain.open.map { (FindingKey(session: key.session, digest: key.digest, kind: $0.kind), $0) }
    }
    for (name, manners) in sessions.all where session == nil || name == session {
      if let found = manners.connections.open { open.append((FindingKey(session: name, digest: nil, kind: found.kind), found)) }
    }
    return open
  }
}

extension ClientProblemKind {
  /// Its place in the table of docs/witness.md, for what was found at the same request.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
