internal import CCodecs

/// libheif, loaded when the first HEIC or AVIF is seen. Unchecked because of the pointer: neither it nor what it points to changes.
@safe struct HEIFLibrary: @unchecked Sendable {
  /// Never freed, and not changed after it is loaded: it may be used on every thread.
  let functions: OpaquePointer

  static let shared = Result { () throws(HEIFLibraryError) in try HEIFLibrary(named: "libheif.so.1") }

  /// Loads the library of that file name.
  init(named name: String) throws(HEIFLibraryError) {
    var problem = [CChar](repeating: 0, count: 512)
    guard let functions = unsafe codec_heif_library_load(name, &problem, problem.count) else {
      let reason = String(decoding: problem.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      throw HEIFLibraryError(description: "libheif is not here; install it (Debian: libheif1). \(reason)")
    }
    unsafe self.functions = functions
  }

  /// Says why pixels of that coding cannot be decoded; nil: they can be.
  func obstacle(to coding: HEIFCoding) -> String? {
    let known: codec_heif_coding? =
      switch coding.name {
      case "hvc1", "hev1": CODEC_HEIF_HEVC
      case "av01": CODEC_HEIF_AV1
      default: nil
      }
    guard let known else { return "the mock does not decode pixels of the type '\(coding.name)'" }
    if unsafe codec_heif_library_decodes(functions, known) { return nil }
    let plugin = known == CODEC_HEIF_AV1 ? "libheif-plugin-dav1d" : "libheif-plugin-libde265"
    return "libheif has no decoder for pixels of the type '\(coding.name)'; install one (Debian 13 and newer: \(plugin))"
  }
}

/// Says why libheif cannot be used, and what to install.
struct HEIFLibraryError: Error, CustomStringConvertible {
  let description: String
}

extension ImageHeader {
  /// Says why the mock cannot decode the picture on this machine, whatever is behind the header; nil: it can.
  ///
  /// PNG, JPEG and WebP are always decoded. HEIC and AVIF need libheif, which the first call about one loads.
  package var obstacleToDecoding: String? { obstacleToDecoding(with: HEIFLibrary.shared) }

  func obstacleToDecoding(with library: Result<HEIFLibrary, HEIFLibraryError>) -> String? {
    guard let heifCoding else { return nil }
    switch library {
    case .success(let library): return library.obstacle(to: heifCoding)
    case .failure(let error): return error.description
    }
  }
}
