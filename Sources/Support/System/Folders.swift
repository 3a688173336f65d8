internal import Glibc

/// Makes the folder, and those above it, readable by the user alone; one that exists is left as it is.
///
/// - Throws: when there is no such folder afterwards, or it is somebody else's.
package func makeFolder(_ path: String) throws(SystemCallError) {
  var made = path.hasPrefix("/") ? "" : "."
  for part in path.split(separator: "/") {
    made += "/\(part)"
    if unsafe mkdir(made, 0o700) != 0, errno != EEXIST { throw SystemCallError("cannot make the folder \(path)") }
  }
  var facts = stat()
  guard unsafe stat(path, &facts) == 0 else { throw SystemCallError("cannot use the folder \(path)") }
  guard facts.st_mode & S_IFMT == S_IFDIR else { throw SystemCallError("cannot use the folder \(path)", because: "it is a file") }
  guard unsafe access(path, W_OK | X_OK) == 0 else { throw SystemCallError("cannot write to the folder \(path)") }
}

/// Whether the path leads to a folder.
package func folderExists(_ path: String) -> Bool {
  var facts = stat()
  return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
}

/// The names of everything in the folder, sorted.
package func folderEntries(_ path: String) throws(SystemCallError) -> [String] {
  guard let folder = unsafe opendir(path) else { throw SystemCallError("cannot read the folder \(path)") }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    names.append(unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
  }
  return names.filter { $0 != "." && $0 != ".." }.sorted()
}

/// Deletes the oldest files of the folder until the rest is no larger than the bound.
///
/// - Parameter isOwn: tells the names that may be deleted from all others.
package func trimFolder(_ path: String, toBytes bound: Int, ofFiles isOwn: (String) -> Bool) throws(SystemCallError) {
  guard let folder = unsafe opendir(path) else { throw SystemCallError("cannot read the folder \(path)") }
  defer { unsafe closedir(folder) }
  var files: [(path: String, size: Int, time: Int)] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    var facts = stat()
    guard isOwn(name), unsafe stat("\(path)/\(name)", &facts) == 0 else { continue }
    files.append(("\(path)/\(name)", Int(facts.st_size), Int(facts.st_mtim.tv_sec)))
  }
  var size = files.reduce(0) { $0 + $1.size }
  for file in files.sorted(by: { $0.time < $1.time }) where size > bound {
    if unsafe unlink(file.path) == 0 { size -= file.size }
  }
}
