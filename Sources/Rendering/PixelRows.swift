internal import CKernels

/// What is done to every pixel of a row, by loops in C that the compiler turns into vectors.
enum PixelRows {
  /// Overwrites `luminance` with that of RGB pixels.
  static func weigh(rgb row: Span<UInt8>, into luminance: inout [UInt8]) {
    precondition(row.count == luminance.count * 3)
    unsafe row.withUnsafeBufferPointer { row in
      guard let pixels = row.baseAddress else { return }
      unsafe pixel_rows_luminance_of_rgb(pixels, luminance.count, &luminance)
    }
  }

  /// Overwrites `luminance` with that of RGBA pixels over white.
  static func weigh(rgba row: Span<UInt8>, into luminance: inout [UInt8]) {
    precondition(row.count == luminance.count * 4)
    unsafe row.withUnsafeBufferPointer { row in
      guard let pixels = row.baseAddress else { return }
      unsafe pixel_rows_luminance_of_rgba(pixels, luminance.count, &luminance)
    }
  }

  /// Overwrites `luminance` with that of pixels in three planes.
  static func weigh(red: [UInt8], green: [UInt8], blue: [UInt8], into luminance: inout [UInt8]) {
    let count = luminance.count
    precondition(red.count == count && green.count == count && blue.count == count)
    unsafe pixel_rows_luminance_of_planes(red, green, blue, count, &luminance)
  }
}
