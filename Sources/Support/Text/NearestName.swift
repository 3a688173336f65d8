extension Array where Element == String {
  /// Returns the element that takes the fewest single-letter edits to become `name`; an empty text when there are none.
  package func nearest(to name: String) -> String { self.min { $0.editDistance(to: name) < $1.editDistance(to: name) } ?? "" }
}

extension String {
  /// Returns the number of letters to insert, delete or replace to turn one into the other.
  package func editDistance(to other: String) -> Int {
    let target = Array(other.unicodeScalars)
    var row = Array(0...target.count)
    for (line, scalar) in unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in target.indices {
        let replaced = diagonal + (scalar == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[target.count]
  }
}
