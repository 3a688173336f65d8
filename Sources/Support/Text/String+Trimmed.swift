extension String {
  /// Gives the text without the spaces and tabs at either end.
  package var trimmed: String {
    guard let start = firstIndex(where: { $0 != " " && $0 != "\t" }), let end = lastIndex(where: { $0 != " " && $0 != "\t" }) else {
      return ""
    }
    return String(self[start...end])
  }
}
