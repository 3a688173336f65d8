internal import CKernels

extension Base64Decoding {
  /// Decodes blocks of 32 characters as far as there are whole ones, several times as fast as by table; gives how many characters that was.
  /// None where the processor has no instructions for it.
  static func decodeBlocks(of text: Span<UInt8>, from offset: Int, _ out: inout MutableSpan<UInt8>, at target: Int) -> Int {
    unsafe text.withUnsafeBufferPointer { text in
      unsafe out.withUnsafeMutableBufferPointer { out in
        guard let source = text.baseAddress, let bytes = out.baseAddress else { return 0 }
        return unsafe base64_decode_blocks(source + offset, text.count - offset, bytes + target, out.count - target)
      }
    }
  }
}
