extension String {
  /// The text for content and attributes of XML 1.0, which allows few control characters: the others become `·`.
  package var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: text += "·"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
