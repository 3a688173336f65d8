extension Ambiguities {
  enum QualityField: String, AmbiguityValue { case accept, reject }
  static let veniceQualityField = Ambiguity<QualityField>(
    "venice.quality-field",
    "The page describes `quality`; the OpenAPI document of the same week has a closed schema without it, and clients get 400 for sending it.",
    documented: .accept, live: .reject, settled: .reject)

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
    live: .badRequest, settled: .badRequest)

  enum ModelIDEnum: String, AmbiguityValue {
    case enumerated
    case looked = "looked-up"
  }
  static let veniceModelIDEnum = Ambiguity<ModelIDEnum>(
    "venice.model-id-enum",
    "The page lists 15 values for the deprecated `modelId`; its base schema is a plain string, so the live service may just look the model up.",
    documented: .enumerated, live: .looked, settled: .looked)

  enum SideMinimum: String, AmbiguityValue {
    case none
    case sixtyFour = "64"
  }
  static let veniceSideMinimum = Ambiguity<SideMinimum>(
    "venice.side-minimum", "Venice's own client notes ask for 64 px on each side; no page does.", documented: .none, live: .sixtyFour,
    settled: .sixtyFour)

  enum UnlistedAuto: String, AmbiguityValue { case accept, reject }
  static let veniceUnlistedAuto = Ambiguity<UnlistedAuto>(
    "venice.unlisted-auto",
    "`aspect_ratio: auto` on a model that does not list it: the page says to use it or to omit the field; clients get 400.",
    documented: .accept, live: .reject, settled: .reject)

  enum UntieredResolution: String, AmbiguityValue {
    case reject
    case acceptOneK = "accept-1k"
  }
  static let veniceUntieredResolution = Ambiguity<UntieredResolution>(
    "venice.untiered-resolution",
    "`resolution: 1K` on a model without tiers: the page's example, and \"defaults to 1K\", read as accepting it; clients get 400.",
    documented: .acceptOneK, live: .reject, settled: .reject)

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

  enum ImageOrientation: String, AmbiguityValue { case honour, ignore }
  static let veniceImageOrientation = Ambiguity<ImageOrientation>(
    "venice.image-orientation",
    "No page says whether pictures are edited turned, as their EXIF data say and clients expect, or as stored; HEIC and AVIF always are turned.",
    documented: .honour, live: .honour)

  enum ResetUnit: String, AmbiguityValue { case seconds, milliseconds }
  static let veniceRateLimitReset = Ambiguity<ResetUnit>(
    "venice.rate-limit-reset",
    "The page has x-ratelimit-reset-requests as a Unix timestamp and -reset-tokens in seconds from now; on the wire both are Unix milliseconds.",
    documented: .seconds, live: .milliseconds)

  enum ErrorBudget: String, AmbiguityValue {
    case twenty = "20"
    case fifty = "50"
  }
  static let veniceErrorBudget = Ambiguity<ErrorBudget>(
    "venice.error-budget",
    "More than 20 failures in 30 s lead to 429 by the page; by the client notes of 2026-10-02 more than 50, in another text, and answers have x-ratelimit-remaining and -resets.",
    documented: .twenty, live: .fifty)

  static let venice: [AmbiguityEntry] = [
    veniceQualityField.entry, veniceMissingCredentials.entry, veniceWrongContentType.entry, veniceModelIDEnum.entry,
    veniceSideMinimum.entry, veniceUnlistedAuto.entry, veniceUntieredResolution.entry, veniceCorruptImageText.entry, veniceMegabyte.entry,
    veniceFetchFailure.entry, veniceWrongMethod.entry, veniceImageOrientation.entry, veniceRateLimitReset.entry,
    veniceErrorBudget.entry,
  ]
}
