/// Reads whole pictures, strictly: what is not the complete file that its format describes is refused.
package enum ImageDecoder {
  /// Decodes `bytes` row by row into `sink`.
  ///
  /// The rows are 8-bit RGB, or RGBA where the file has alpha, or luminance alone where the sink looks at no colours and a JPEG or a lossy
  /// WebP without alpha stores that by itself. Palettes, greys, 16-bit samples, `tRNS` and CMYK are converted; colour profiles, gamma and EXIF
  /// orientation are not applied. Bytes behind the end of the picture's own format are ignored.
  ///
  /// The header's area is compared with `maximumArea`, in pixels, before anything of its size is allocated. A PNG of more than 20 MB of
  /// samples and a baseline JPEG are decoded in memory of a few rows; a smaller PNG, whose samples are inflated in one piece, an interlaced
  /// one, a progressive JPEG and a WebP need the whole picture.
  ///
  /// When this throws, `sink` may have taken any number of rows, or none.
  package static func decode<Sink: RowSink>(
    _ bytes: [UInt8], as format: ImageFormat, maximumArea: UInt64, into sink: inout Sink
  ) throws(ImageDecodeError) {
    let decoder = try DecoderHandle(format: format, maximumArea: maximumArea)
    try unsafe bytes.withUnsafeBufferPointer { input throws(ImageDecodeError) in
      let layout = try unsafe decoder.open(input, forColours: sink.looksAtColours)
      sink.begin(layout)
      for y in 0..<layout.size.height {
        let row = try unsafe decoder.nextRow(length: layout.rowLength)
        sink.take(row: unsafe row.span, at: y)
      }
      try decoder.finish()
    }
  }
}
