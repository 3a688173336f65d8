internal import Glibc

/// The whole file.
///
/// - Parameters:
///   - limit: most bytes; a longer file is an error, not a cut.
///   - followsLink: whether the path may be a symbolic link.
package func readFile(_ path: String, limit: Int, followsLink: Bool = true) throws(SystemCallError) -> [UInt8] {
  // Not blocking: a pipe that nobody writes to would keep this waiting before it is known to be one.
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

/// Writes a file as a whole or not at all: under another name first, then moved into its place.
///
/// A link stays one, and what it leads to is replaced. What is there and no file, such as a pipe or a device, is written to.
package func writeFile(_ bytes: [UInt8], _ path: String) throws(SystemCallError) {
  var facts = stat()
  if unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG { return try writeInto(path, bytes) }
  let place = resolved(path) ?? path
  let draft = "\(place).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).part"
  let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw SystemCallError("cannot write \(path)") }
  defer { close(descriptor) }
  do throws(SystemCallError) {
    try writeAll(bytes, to: descriptor, named: path)
    guard unsafe rename(draft, place) == 0 else { throw SystemCallError("cannot write \(path)") }
  } catch {
    unsafe unlink(draft)
    throw error
  }
}

/// The path without links; nil: there is no such file.
private func resolved(_ path: String) -> String? {
  guard let text = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(text) }
  return unsafe String(cString: text)
}

private func writeInto(_ path: String, _ bytes: [UInt8]) throws(SystemCallError) {
  // Not blocking until it is open: a pipe that nobody reads would keep this waiting.
  let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw SystemCallError("cannot write \(path)") }
  defer { close(descriptor) }
  _ = fcntl(descriptor, F_SETFL, 0)
  try writeAll(bytes, to: descriptor, named: path)
}

/// Has writing fail where it would end the process: to a client that has gone (`SIGPIPE`), and beyond `ulimit -f` (`SIGXFSZ`).
package func letWritesFail() {
  _ = signal(SIGPIPE, SIG_IGN)
  _ = signal(SIGXFSZ, SIG_IGN)
}

/// Writes all bytes to an open descriptor.
///
/// - Parameter name: what an error calls it.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(SystemCallError) {
  var sent = 0
  while sent < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress.map { unsafe $0 + sent }, $0.count - sent) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw SystemCallError("cannot write \(name)") }
    sent += count
  }
}

/// Whether a descriptor takes some bytes (of a pipe: PIPE_BUF) without waiting.
package func takesBytes(_ descriptor: Int32) -> Bool {
  var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  return unsafe poll(&entry, 1, 0) > 0
}

/// Whether anything has that name.
package func fileExists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// The path from the root, whether or not there is such a file; the path itself where the current folder is not known.
package func absolutePath(_ path: String) -> String {
  guard !path.hasPrefix("/"), let folder = unsafe getcwd(nil, 0) else { return path }
  defer { unsafe free(folder) }
  return unsafe "\(String(cString: folder))/\(path)"
}
