extension Decisions {
  package enum QualityField: String, DecisionValue { case accept, reject }
  package static let veniceQualityField = Decision<QualityField>(
    "venice.quality-field",
    "The page describes `quality`; the OpenAPI document of the same week has a closed schema without it, and clients get 400 for sending it.",
    documented: .accept, live: .reject)

  package enum MissingCredentials: String, DecisionValue { case discovery, unauthorized }
  package static let veniceMissingCredentials = Decision<MissingCredentials>(
    "venice.missing-credentials",
    "A request without credentials gets the 402 payment discovery (OpenAPI document, seen live), or the 401 of the error table.",
    documented: .discovery, live: .discovery)

  package enum WrongContentType: String, DecisionValue {
    case unsupported = "415"
    case badRequest = "400"
  }
  package static let veniceWrongContentType = Decision<WrongContentType>(
    "venice.wrong-content-type",
    "Another Content-Type gets 415 by the OpenAPI document; clients report 400.",
    documented: .unsupported, live: .badRequest)

  package enum ModelIDEnum: String, DecisionValue {
    case enumerated
    case looked = "looked-up"
  }
  package static let veniceModelIDEnum = Decision<ModelIDEnum>(
    "venice.model-id-enum",
    "The page lists 15 values for the deprecated `modelId`; its base schema is a plain string, so the live service may just look the model up.",
    documented: .enumerated, live: .looked)

  package enum SideMinimum: String, DecisionValue {
    case none
    case sixtyFour = "64"
  }
  package static let veniceSideMinimum = Decision<SideMinimum>(
    "venice.side-minimum", "Venice's own client notes ask for 64 px on each side; no page does.",
    documented: .none, live: .sixtyFour)

  package enum UntieredResolution: String, DecisionValue {
    case reject
    case acceptOneK = "accept-1k"
  }
  package static let veniceUntieredResolution = Decision<UntieredResolution>(
    "venice.untiered-resolution",
    "`resolution` on a model without tiers: clients get 400 even for \"1K\", while \"defaults to 1K\" can be read as accepting it.",
    documented: .reject, live: .reject)

  package enum CorruptImageText: String, DecisionValue { case table, seen }
  package static let veniceCorruptImageText = Decision<CorruptImageText>(
    "venice.corrupt-image-text",
    "The error table says \"The image file is corrupted or unreadable\"; a user saw \"Invalid or corrupt image\".",
    documented: .table, live: .seen)

  package enum Megabyte: String, DecisionValue { case binary, decimal }
  package static let veniceMegabyte = Decision<Megabyte>(
    "venice.megabyte", "\"Less than 25MB\" is 26,214,400 bytes (binary) or 25,000,000 (decimal).",
    documented: .binary, live: .binary)

  package enum FetchFailure: String, DecisionValue {
    case notFound = "404"
    case badRequest = "400"
  }
  package static let veniceFetchFailure = Decision<FetchFailure>(
    "venice.fetch-failure", "An image URL that cannot be fetched: 404 by Venice's own client notes; the page is silent.",
    documented: .notFound, live: .notFound)

  package enum WrongMethod: String, DecisionValue {
    case notAllowed = "405"
    case notFound = "404"
  }
  package static let veniceWrongMethod = Decision<WrongMethod>(
    "venice.wrong-method", "Another method on a known path: 405 with Allow, or the 404 that unknown routes get. Nobody says.",
    documented: .notAllowed, live: .notAllowed)

  static let venice: [DecisionEntry] = [
    DecisionEntry(veniceQualityField), DecisionEntry(veniceMissingCredentials), DecisionEntry(veniceWrongContentType),
    DecisionEntry(veniceModelIDEnum), DecisionEntry(veniceSideMinimum), DecisionEntry(veniceUntieredResolution),
    DecisionEntry(veniceCorruptImageText), DecisionEntry(veniceMegabyte), DecisionEntry(veniceFetchFailure),
    DecisionEntry(veniceWrongMethod),
  ]
}
