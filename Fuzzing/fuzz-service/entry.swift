internal import FuzzReaders
internal import FuzzService

private let program = FuzzProgram(FuzzTarget.service)

/// A wrong command line ends the process here: later libFuzzer would take that for a finding.
@c(LLVMFuzzerInitialize)
public func initialize(_ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  _ = program
  return 0
}

@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe program.test(UnsafeBufferPointer(start: start, count: count))
  return 0
}
