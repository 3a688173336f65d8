internal import CSupport

/// Does to every pixel of a row what loops in C do, which the compiler turns into vectors.
///
/// The only file of this target with `unsafe` in it: each function checks the lengths that its loop relies on.
enum PixelRows {
  /// Calls C with the samples of a row, unless it is empty.
  @inline(__always) private static func read(_ row: Span<UInt8>, _ body: (UnsafePointer<UInt8>) -> Void) {
    unsafe row.withUnsafeBufferPointer { row in if let start = row.baseAddress { unsafe body(start) } }
  }

  /// Calls C with the samples of a plane from an offset on, unless it is empty.
  @inline(__always) private static func write(_ plane: inout [UInt8], from offset: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
    unsafe plane.withUnsafeMutableBufferPointer { plane in if let start = plane.baseAddress { unsafe body(start + offset) } }
  }

  /// Overwrites `luminance` with that of RGB pixels.
  static func weigh(rgb row: Span<UInt8>, into luminance: inout [UInt8]) {
    precondition(row.count == luminance.count * 3)
    unsafe read(row) { unsafe pixel_rows_luminance_of_rgb($0, luminance.count, &luminance) }
  }

  /// Overwrites `luminance` with that of RGBA pixels over white.
  static func weigh(rgba row: Span<UInt8>, into luminance: inout [UInt8]) {
    precondition(row.count == luminance.count * 4)
    unsafe read(row) { unsafe pixel_rows_luminance_of_rgba($0, luminance.count, &luminance) }
  }

  /// Overwrites `luminance` with that of pixels in three planes.
  static func weigh(red: [UInt8], green: [UInt8], blue: [UInt8], into luminance: inout [UInt8]) {
    let count = luminance.count
    precondition(red.count == count && green.count == count && blue.count == count)
    unsafe pixel_rows_luminance_of_planes(red, green, blue, count, &luminance)
  }
}

/// Fitting: channels are taken apart, and rows are averaged or interpolated.
extension PixelRows {
  /// Overwrites `samples` with one channel of RGB pixels.
  static func take(_ channel: Int, ofRGB row: Span<UInt8>, into samples: inout [UInt8]) {
    precondition(row.count == samples.count * 3 && 0..<3 ~= channel)
    unsafe read(row) { unsafe pixel_rows_channel_of_rgb($0, samples.count, channel, &samples) }
  }

  /// Overwrites `samples` with one colour of RGBA pixels over white, or with their alpha.
  static func take(_ channel: Int, ofRGBA row: Span<UInt8>, into samples: inout [UInt8]) {
    precondition(row.count == samples.count * 4 && 0..<4 ~= channel)
    if channel == 3 {
      unsafe read(row) { unsafe pixel_rows_alpha_of_rgba($0, samples.count, &samples) }
    } else {
      unsafe read(row) { unsafe pixel_rows_channel_of_rgba($0, samples.count, channel, &samples) }
    }
  }

  /// Overwrites `fitted` with averages of a row; no tap reads beyond it.
  static func average(_ row: Span<UInt8>, _ taps: [pixel_rows_tap], into fitted: inout [UInt16]) {
    precondition(taps.count == fitted.count)
    unsafe read(row) { unsafe pixel_rows_average($0, taps, taps.count, &fitted) }
  }

  /// Overwrites `fitted` with averages of 2, 4 or 8 pixels each.
  static func average(_ row: Span<UInt8>, step: Int, into fitted: inout [UInt16]) {
    precondition(row.count == fitted.count * step)
    unsafe read(row) { unsafe pixel_rows_average_evenly($0, step, fitted.count, &fitted) }
  }

  /// Overwrites `fitted` with what lies between pixels of a row; no tap reads beyond it.
  static func interpolate(_ row: Span<UInt8>, _ taps: [pixel_rows_tap], into fitted: inout [UInt16]) {
    precondition(taps.count == fitted.count)
    unsafe read(row) { unsafe pixel_rows_interpolate($0, taps, taps.count, &fitted) }
  }

  /// Adds a row with a weight in 1/65536.
  static func add(_ row: [UInt16], weight: UInt32, to sums: inout [UInt32]) {
    precondition(row.count == sums.count)
    unsafe pixel_rows_add(row, row.count, weight, &sums)
  }

  /// Overwrites row `y` of a plane with the average that the sums make, and clears them.
  static func round(_ sums: inout [UInt32], into plane: inout [UInt8], row y: Int) {
    let count = sums.count
    precondition(y >= 0 && plane.count >= (y + 1) * count)
    unsafe write(&plane, from: y * count) { unsafe pixel_rows_round(&sums, count, $0) }
  }

  /// Overwrites row `y` of a plane with what lies between two rows, `weight` / 256 of the way.
  static func blend(_ previous: [UInt16], _ current: [UInt16], weight: UInt32, into plane: inout [UInt8], row y: Int) {
    let count = current.count
    precondition(previous.count == count && weight <= 256 && y >= 0 && plane.count >= (y + 1) * count)
    unsafe write(&plane, from: y * count) { unsafe pixel_rows_blend(previous, current, count, weight, $0) }
  }
}

/// Printing: luminances become colours.
extension PixelRows {
  /// Overwrites an RGB row with the colours of as many luminances, of 256 as ``RGB/packed`` gives them.
  static func print(_ luminance: Span<UInt8>, in colours: [UInt32], on row: inout [UInt8]) {
    precondition(row.count == luminance.count * 3 && colours.count == 256)
    unsafe read(luminance) { unsafe pixel_rows_print($0, luminance.count, colours, &row) }
  }

  /// Overwrites an RGB row with the tones of as many luminances, through row `y` of a halftone.
  static func print(_ luminance: Span<UInt8>, through halftone: Halftone, at y: Int, in tones: ToneTable, on row: inout [UInt8]) {
    precondition(row.count == luminance.count * 3)
    unsafe luminance.withUnsafeBufferPointer { luminance in
      unsafe halftone.row(y).withUnsafeBufferPointer { offsets in
        unsafe tones.halftoned.withUnsafeBufferPointer { colours in
          guard let samples = luminance.baseAddress, let offset = offsets.baseAddress, let colour = colours.baseAddress else { return }
          unsafe pixel_rows_print_halftoned(samples, luminance.count, tones.levelled, offset, offsets.count, colour + ToneTable.bias, &row)
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
