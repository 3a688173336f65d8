internal import Formats

/// What was sent in place of an image the mock reads; only named, never decoded.
package enum OtherContent: Sendable, Equatable {
  case gif, bmp, tiff, heic, avif, svg, pdf, zip
  case html, json, text
  /// Base64 text of an image, or a `data:` URL, where its bytes should be.
  case base64
  case empty
  /// The first bytes in hexadecimal, up to eight: `00 01 02`.
  case unknown(firstBytes: String)
}

extension OtherContent: CustomStringConvertible {
  /// What was sent, for a message: `a GIF image`, `an HTML page`, `bytes that begin with 00 01 02`.
  package var description: String {
    switch self {
    case .gif: "a GIF image"
    case .bmp: "a BMP image"
    case .tiff: "a TIFF image"
    case .heic: "an HEIC image"
    case .avif: "an AVIF image"
    case .svg: "an SVG drawing"
    case .pdf: "a PDF document"
    case .zip: "a ZIP archive"
    case .html: "an HTML page"
    case .json: "a JSON text"
    case .text: "plain text"
    case .base64: "base64 text"
    case .empty: "no bytes at all"
    case .unknown(let firstBytes): "bytes that begin with \(firstBytes)"
    }
  }
}
