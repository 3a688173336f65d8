/// Texts as C has them, all in one buffer.
struct CTexts {
  private var bytes: [CChar] = []
  private var starts: [Int] = []

  init(_ texts: [String]) {
    for text in texts {
      starts.append(bytes.count)
      bytes += text.utf8.map(CChar.init(bitPattern:))
      bytes.append(0)
    }
  }

  /// Pointers to the texts, in order; good until the end of the call.
  func withPointers<Result>(_ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let pointers = unsafe starts.map { start in unsafe bytes.baseAddress.map { unsafe $0 + start } }
      return unsafe pointers.withUnsafeBufferPointer { unsafe body($0) }
    }
  }
}
