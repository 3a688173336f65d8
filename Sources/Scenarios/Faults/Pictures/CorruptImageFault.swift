internal import Formats
internal import Images

struct CorruptImageFault: PictureFault {
  static let name = "corrupt-image"
  static let summary = "Damages the pictures part-way, so that decoding begins well and then fails; their length stays."
  static let parameters = [
    FaultParameter("after", .extent, standard: "50%", "how much of the file stays whole; its header always does, and some of it never")
  ]
  static let group = FaultGroup.picture

  let after: Extent

  init(_ values: FaultValues) { after = values.extent("after") }

  func changed(_ picture: [UInt8], draws: inout SeededRandom) -> [UInt8] {
    let offset = after.of(picture.count)
    guard let format = ImageHeader.read(picture).format, let pixels = CodedPixels(of: picture, as: format) else {
      return picture.flipped(in: [offset..<picture.count], draws: &draws)
    }
    switch format {
    case .png: return picture.flipped(in: pixels.ranges(from: offset, atLeast: 1), draws: &draws)
    case .jpeg: return picture.withSecondStart(in: pixels.ranges(from: offset, atLeast: 2), draws: &draws)
    case .webp: return picture.overrun(in: pixels, from: offset)
    }
  }
}
