internal import CKernels

extension PixelRows {
  /// Overwrites `samples` with one channel of RGB pixels.
  static func take(_ channel: Int, ofRGB row: Span<UInt8>, into samples: inout [UInt8]) {
    precondition(row.count == samples.count * 3 && 0..<3 ~= channel)
    unsafe row.withUnsafeBufferPointer { row in
      guard let pixels = row.baseAddress else { return }
      unsafe pixel_rows_channel_of_rgb(pixels, samples.count, channel, &samples)
    }
  }

  /// Overwrites `samples` with one colour of RGBA pixels over white, or with their alpha.
  static func take(_ channel: Int, ofRGBA row: Span<UInt8>, into samples: inout [UInt8]) {
    precondition(row.count == samples.count * 4 && 0..<4 ~= channel)
    unsafe row.withUnsafeBufferPointer { row in
      guard let pixels = row.baseAddress else { return }
      if channel == 3 {
        unsafe pixel_rows_alpha_of_rgba(pixels, samples.count, &samples)
      } else {
        unsafe pixel_rows_channel_of_rgba(pixels, samples.count, channel, &samples)
      }
    }
  }

  /// Overwrites `fitted` with averages of a row; no tap reads beyond it.
  static func average(_ row: Span<UInt8>, _ taps: [pixel_rows_tap], into fitted: inout [UInt16]) {
    precondition(taps.count == fitted.count)
    unsafe row.withUnsafeBufferPointer { row in
      guard let samples = row.baseAddress else { return }
      unsafe pixel_rows_average(samples, taps, taps.count, &fitted)
    }
  }

  /// Overwrites `fitted` with averages of 2, 4 or 8 pixels each.
  static func average(_ row: Span<UInt8>, step: Int, into fitted: inout [UInt16]) {
    precondition(row.count == fitted.count * step)
    unsafe row.withUnsafeBufferPointer { row in
      guard let samples = row.baseAddress else { return }
      unsafe pixel_rows_average_evenly(samples, step, fitted.count, &fitted)
    }
  }

  /// Overwrites `fitted` with what lies between pixels of a row; no tap reads beyond it.
  static func interpolate(_ row: Span<UInt8>, _ taps: [pixel_rows_tap], into fitted: inout [UInt16]) {
    precondition(taps.count == fitted.count)
    unsafe row.withUnsafeBufferPointer { row in
      guard let samples = row.baseAddress else { return }
      unsafe pixel_rows_interpolate(samples, taps, taps.count, &fitted)
    }
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
    unsafe plane.withUnsafeMutableBufferPointer { plane in
      guard let samples = plane.baseAddress else { return }
      unsafe pixel_rows_round(&sums, count, samples + y * count)
    }
  }

  /// Overwrites row `y` of a plane with what lies between two rows, `weight` / 256 of the way.
  static func blend(_ previous: [UInt16], _ current: [UInt16], weight: UInt32, into plane: inout [UInt8], row y: Int) {
    let count = current.count
    precondition(previous.count == count && weight <= 256 && y >= 0 && plane.count >= (y + 1) * count)
    unsafe plane.withUnsafeMutableBufferPointer { plane in
      guard let samples = plane.baseAddress else { return }
      unsafe pixel_rows_blend(previous, current, count, weight, samples + y * count)
    }
  }
}
