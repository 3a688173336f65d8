internal import Glibc

/// Reads a whole file; one of more than `limit` bytes is an error, not a cut. `followsLink`: the path may be a symbolic link.
package func readFile(_ path: String, limit: Int, followsLink: Bool = true) throws(SystemCallError) -> [UInt8] {
  // Not blocking: a pipe without a writer would keep this waiting before it is known to be one.
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW))
  guard descriptor >= 0 else { throw SystemCallError("cannot read \(path)") }
  defer { close(descriptor) }
  var facts = stat()
  guard unsafe fstat(descriptor, &facts) == 0 else { throw SystemCallError("cannot read \(path)") }
  guard facts.st_mode & S_IFMT == S_IFREG else { throw SystemCallError("cannot read \(path)", because: "it is no file") }
  guard facts.st_size <= limit else { throw SystemCallError("cannot read \(path)", because: "it has more than \(limit) bytes") }
  var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
  var filled = 0
  while filled < bytes.count {
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress.map { unsafe $0 + filled }, $0.count - filled)
    }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw SystemCallError("cannot read \(path)") }
    guard count > 0 else { break }
    filled += count
  }
  bytes.removeLast(bytes.count - filled)
  return bytes
}

/// Writes a file as a whole or not at all: under another name first, then renamed.
///
/// A link stays a link, and the file that it leads to is replaced. A pipe or a device is written to.
package func writeFile(_ bytes: [UInt8], _ path: String) throws(SystemCallError) {
  var facts = stat()
  if unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG { return try writeInto(path, bytes) }
  let target = resolved(path) ?? path
  let draft = "\(target).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).part"
  let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw SystemCallError("cannot write \(path)") }
  defer { close(descriptor) }
  do throws(SystemCallError) {
    try writeAll(bytes, to: descriptor, named: path)
    guard unsafe rename(draft, target) == 0 else { throw SystemCallError("cannot write \(path)") }
  } catch {
    unsafe unlink(draft)
    throw error
  }
}

/// Resolves all links of a path; nil: there is no such file.
private func resolved(_ path: String) -> String? {
  guard let text = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(text) }
  return unsafe String(cString: text)
}

private func writeInto(_ path: String, _ bytes: [UInt8]) throws(SystemCallError) {
  // Not blocking until it is open: a pipe without a reader would keep this waiting.
  let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw SystemCallError("cannot write \(path)") }
  defer { close(descriptor) }
  _ = fcntl(descriptor, F_SETFL, 0)
  try writeAll(bytes, to: descriptor, named: path)
}

/// Writes all bytes to an open descriptor; an error calls it by the name.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(SystemCallError) {
  var sent = 0
  while sent < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress.map { unsafe $0 + sent }, $0.count - sent) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw SystemCallError("cannot write \(name)") }
    sent += count
  }
}

/// Tells whether the path leads to anything.
package func fileExists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// Returns the path from the root, whether or not there is such a file; the path itself where the current folder is not known.
package func absolutePath(_ path: String) -> String {
  guard !path.hasPrefix("/"), let folder = unsafe getcwd(nil, 0) else { return path }
  defer { unsafe free(folder) }
  return unsafe "\(String(cString: folder))/\(path)"
}

/// Makes the folder, and those above it, readable by the user alone; one that exists is left as it is. Throws when there is no such folder
/// afterwards, or it is another user's.
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

/// Tells whether the path leads to a folder.
package func folderExists(_ path: String) -> Bool {
  var facts = stat()
  return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
}

/// Returns the names of everything in the folder, sorted.
package func folderEntries(_ path: String) throws(SystemCallError) -> [String] {
  guard let folder = unsafe opendir(path) else { throw SystemCallError("cannot read the folder \(path)") }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    names.append(unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
  }
  return names.filter { $0 != "." && $0 != ".." }.sorted()
}

/// Deletes the oldest files of the folder until the rest is no larger than the bound; only those whose names are `isOwn` may go.
package func trimFolder(_ path: String, toBytes bound: Int, ofFiles isOwn: (String) -> Bool) throws(SystemCallError) {
  var files: [(path: String, size: Int, time: Int)] = []
  for name in try folderEntries(path) where isOwn(name) {
    var facts = stat()
    guard unsafe stat("\(path)/\(name)", &facts) == 0 else { continue }
    files.append(("\(path)/\(name)", Int(facts.st_size), Int(facts.st_mtim.tv_sec)))
  }
  var size = files.reduce(0) { $0 + $1.size }
  for file in files.sorted(by: { $0.time < $1.time }) where size > bound { if unsafe unlink(file.path) == 0 { size -= file.size } }
}
