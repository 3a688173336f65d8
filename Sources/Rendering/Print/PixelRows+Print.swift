internal import CKernels

extension PixelRows {
  /// Overwrites an RGB row with the colours of as many luminances.
  ///
  /// - Parameter colours: 256, as ``Ink/packed`` gives them.
  static func print(_ luminance: Span<UInt8>, in colours: [UInt32], on row: inout [UInt8]) {
    precondition(row.count == luminance.count * 3 && colours.count == 256)
    unsafe luminance.withUnsafeBufferPointer { luminance in
      guard let samples = luminance.baseAddress else { return }
      unsafe pixel_rows_print(samples, luminance.count, colours, &row)
    }
  }

  /// Overwrites an RGB row with the tones of as many luminances, through row `y` of a screen.
  static func print(_ luminance: Span<UInt8>, through screen: Screen, at y: Int, in tones: ToneTable, on row: inout [UInt8]) {
    precondition(row.count == luminance.count * 3)
    unsafe luminance.withUnsafeBufferPointer { luminance in
      unsafe screen.row(y).withUnsafeBufferPointer { offsets in
        unsafe tones.screened.withUnsafeBufferPointer { colours in
          guard let samples = luminance.baseAddress, let offset = offsets.baseAddress, let colour = colours.baseAddress else { return }
          unsafe pixel_rows_print_screened(
            samples, luminance.count, tones.levelled, offset, offsets.count, colour + ToneTable.bias, &row)
        }
      }
    }
  }

  /// Lays row `y` of planes over an RGB row: wholly where alpha is 255, not at all where it is 0.
  static func lay(red: [UInt8], green: [UInt8], blue: [UInt8], alpha: [UInt8], row y: Int, over row: inout [UInt8]) {
    let width = row.count / 3
    let start = y * width
    let end = start + width
    precondition(y >= 0 && red.count >= end && green.count >= end && blue.count >= end && alpha.count >= end)
    unsafe red.withUnsafeBufferPointer { red in
      unsafe green.withUnsafeBufferPointer { green in
        unsafe blue.withUnsafeBufferPointer { blue in
          unsafe alpha.withUnsafeBufferPointer { alpha in
            guard let r = red.baseAddress, let g = green.baseAddress, let b = blue.baseAddress, let a = alpha.baseAddress else { return }
            unsafe pixel_rows_lay_over(r + start, g + start, b + start, a + start, width, &row)
          }
        }
      }
    }
  }
}
