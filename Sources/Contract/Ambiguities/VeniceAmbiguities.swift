extension Ambiguities {
  enum QualityField: String, AmbiguityValue { case accept, reject }
  static let veniceQualityField = Ambiguity<QualityField>(
    "venice.quality-field",
    "The page describes `quality`; the OpenAPI document of the same week has a closed schema without it, and clients get 400 for sending it.",
    documented: .accept, live: .reject)

  enum MissingCredentials: String, AmbiguityValue { case discovery, unauthorized }
  static let veniceMissingCredentials = Ambiguity<MissingCredentials>(
    "venice.missing-credentials",
    "A request without credentials gets the 402 payment discovery (OpenAPI document, seen live), or the 401 of the error table.",
    documented: .discovery, live: .discovery)

  enum WrongContentType: String, AmbiguityValue {
    case unsupported = "415"
    case badRequest = "400"
  }
  static let veniceWrongContentType = Ambiguity<WrongContentType>(
    "venice.wrong-content-type", "Another Content-Type gets 415 by the OpenAPI document; clients report 400.", documented: .unsupported,
    live: .badRequest)

  enum ModelIDEnum: String, AmbiguityValue {
    case enumerated
    case looked = "looked-up"
  }
  static let veniceModelIDEnum = Ambiguity<ModelIDEnum>(
    "venice.model-id-enum",
    "The page lists 15 values for the deprecated `modelId`; its base schema is a plain string, so the live service may just look the model up.",
    documented: .enumerated, live: .looked)

  enum SideMinimum: String, AmbiguityValue {
    case none
    case sixtyFour = "64"
  }
  static let veniceSideMinimum = Ambiguity<SideMinimum>(
    "venice.side-minimum", "Venice's own client notes ask for 64 px on each side; no page does.", documented: .none, live: .sixtyFour)

  enum UntieredResolution: String, AmbiguityValue {
    case reject
    case acceptOneK = "accept-1k"
  }
  static let veniceUntieredResolution = Ambiguity<UntieredResolution>(
    "venice.untiered-resolution",
    "`resolution` on a model without tiers: clients get 400 even for \"1K\", while \"defaults to 1K\" can be read as accepting it.",
    documented: .reject, live: .reject)

  enum CorruptImageText: String, AmbiguityValue { case table, seen }
  static let veniceCorruptImageText = Ambiguity<CorruptImageText>(
    "venice.corrupt-image-text",
    "The error table says \"The image file is corrupted or unreadable\"; a user saw \"Invalid or corrupt image\".",
    documented: .table, live: .seen)

  enum Megabyte: String, AmbiguityValue { case binary, decimal }
  static let veniceMegabyte = Ambiguity<Megabyte>(
    "venice.megabyte", "\"Less than 25MB\" is 26,214,400 bytes (binary) or 25,000,000 (decimal).", documented: .binary, live: .binary)

  enum FetchFailure: String, AmbiguityValue {
    case notFound = "404"
    case badRequest = "400"
  }
  static let veniceFetchFailure = Ambiguity<FetchFailure>(
    "venice.fetch-failure", "An image URL that cannot be fetched: 404 by Venice's own client notes; the page is silent.",
    documented: .notFound, live: .notFound)

  enum WrongMethod: String, AmbiguityValue {
    case notAllowed = "405"
    case notFound = "404"
  }
  static let veniceWrongMethod = Ambiguity<WrongMethod>(
    "venice.wrong-method", "Another method on a known path: 405 with Allow, or the 404 that unknown routes get. Not documented.",
    documented: .notAllowed, live: .notAllowed)

  static let venice: [AmbiguityEntry] = [
    veniceQualityField.entry, veniceMissingCredentials.entry, veniceWrongContentType.entry, veniceModelIDEnum.entry,
    veniceSideMinimum.entry, veniceUntieredResolution.entry, veniceCorruptImageText.entry, veniceMegabyte.entry,
    veniceFetchFailure.entry, veniceWrongMethod.entry,
  ]
}
