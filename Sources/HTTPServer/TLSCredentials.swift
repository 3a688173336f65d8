/// The owner of PEM texts as the library takes them: each ends with a zero, and stays where it is.
@safe final class TLSCredentials {
  let certificate: UnsafePointer<CChar>
  let key: UnsafePointer<CChar>

  init(_ identity: TLSIdentity) {
    unsafe certificate = Self.text(identity.certificate)
    unsafe key = Self.text(identity.key)
  }

  deinit {
    unsafe certificate.deallocate()
    unsafe key.deallocate()
  }

  private static func text(_ bytes: [UInt8]) -> UnsafePointer<CChar> {
    let text = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count + 1)
    let end = unsafe text.initialize(fromContentsOf: bytes.map { CChar(bitPattern: $0) })
    unsafe text.initializeElement(at: end, to: 0)
    return unsafe UnsafePointer(text.baseAddress!)
  }
}
