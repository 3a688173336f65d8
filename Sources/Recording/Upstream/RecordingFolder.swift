package import Support

/// The folder that candidates are written to.
package struct RecordingFolder: Sendable {
  package let path: String

  /// Makes the folder where there is none.
  ///
  /// - Throws: when it cannot be written to.
  package init(_ path: String) throws(SystemCallError) {
    try makeFolder(path)
    self.path = path
  }

  /// The files beside the fixture come first, so that no fixture names one that is not there.
  func write(_ candidate: Candidate) throws(SystemCallError) {
    let folder = "\(path)/\(candidate.rule)"
    try makeFolder(folder)
    for (name, bytes) in candidate.files { try writeFile(bytes, "\(folder)/\(name)") }
    try writeFile(candidate.text, "\(path)/\(candidate.file)")
  }
}
