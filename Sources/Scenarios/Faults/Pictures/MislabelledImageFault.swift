internal import Formats
internal import Images

struct MislabelledImageFault: PictureFault {
  static let name = "mislabelled-image"
  static let summary = "Sends the pictures in another format than the one that is announced."
  static let parameters = [
    FaultParameter(
      "as", .choice(["webp", "jpeg", "png"]), standard: "webp",
      "the format of the bytes; if that is the announced format, another one is used"
    )
  ]
  static let group = FaultGroup.picture

  let values: FaultValues

  /// Returns the file itself when it is no picture or too long for every other format; no picture of the mock is.
  func changed(_ picture: [UInt8], draws: inout SeededRandom) -> [UInt8] {
    let format = ImageFormat(rawValue: values.text("as")) ?? .webp
    guard let announced = ImageHeader.read(picture).format else { return picture }
    var raster = Raster()
    do { try ImageDecoder.decode(picture, as: announced, maximumArea: .max, into: &raster) } catch { return picture }
    for other in [format, .png, .jpeg] where other != announced {
      do { return try ImageEncoder.encode(raster, as: other) } catch { continue }
    }
    return picture
  }
}
