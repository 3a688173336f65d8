extension Ambiguities {
  /// The shapes of an error body: OpenAI's, or the new-api gateway's.
  package enum ErrorEnvelope: String, AmbiguityValue { case openai, newapi }
  /// The shape of error bodies.
  package static let dgridErrorEnvelope = Ambiguity<ErrorEnvelope>(
    "dgrid.error-envelope",
    "DGrid documents no error body. It promises OpenAI compatibility, and its other answers look like the new-api gateway's.",
    documented: .openai, live: .newapi)

  enum BadInputStatus: String, AmbiguityValue {
    case badRequest = "400"
    case serverError = "500"
  }
  static let dgridBadInputStatus = Ambiguity<BadInputStatus>(
    "dgrid.bad-input-status",
    "The gateway's source answers some bad input with 500, which SDKs retry; 400 in both profiles, 500 to reproduce that.",
    documented: .badRequest, live: .badRequest)

  enum MissingModel: String, AmbiguityValue { case accept, reject }
  static let dgridMissingModel = Ambiguity<MissingModel>(
    "dgrid.missing-model", "The page makes `model` optional in multipart; the gateway's source refuses a request without it.",
    documented: .accept, live: .reject)

  enum UnknownModel: String, AmbiguityValue {
    case accept
    case notFound = "404"
    case unavailable = "503"
  }
  static let dgridUnknownModel = Ambiguity<UnknownModel>(
    "dgrid.unknown-model",
    "DGrid publishes no list of edit models: a name the mock does not know is accepted, or gets OpenAI's 404 or the gateway's 503.",
    documented: .notFound, live: .unavailable)

  enum TrailingSlash: String, AmbiguityValue { case serve, redirect }
  static let dgridTrailingSlash = Ambiguity<TrailingSlash>(
    "dgrid.trailing-slash", "Old samples post to /v1/images/edits/; the gateway's router would redirect that with 307.",
    documented: .serve, live: .redirect)

  static let dgridWrongMethod = Ambiguity<WrongMethod>(
    "dgrid.wrong-method", "Another method on a known path: 405 with Allow, or the gateway's 404 \"Invalid URL\".",
    documented: .notAllowed, live: .notFound)

  static let dgridMegabyte = Ambiguity<Megabyte>(
    "dgrid.megabyte", "\"Under 4 MB\" is 4,194,304 bytes (binary; the band above 4,000,000 earns a warning) or 4,000,000 (decimal).",
    documented: .binary, live: .binary)

  static let dgridWrongContentType = Ambiguity<WrongContentType>(
    "dgrid.wrong-content-type", "Another Content-Type gets 400, as at OpenAI, or 415.", documented: .badRequest, live: .badRequest)

  enum Accept: String, AmbiguityValue { case reject, accept }
  static let dgridContentParts = Ambiguity<Accept>(
    "dgrid.content-parts", "The page types `content` as a string; DashScope's own API takes an array of image and text parts.",
    documented: .reject, live: .reject)

  static let dgridIndexedImages = Ambiguity<Accept>(
    "dgrid.indexed-images", "`image[0]` as a name for the image: only the gateway's source knows it.", documented: .reject, live: .accept)

  enum MaskRules: String, AmbiguityValue { case check, ignore }
  static let dgridMaskRules = Ambiguity<MaskRules>(
    "dgrid.mask-rules", "DGrid says only \"optional mask image\"; OpenAI asks for the image's size and an alpha channel.",
    documented: .check, live: .check)

  static let dgridGPTResponseFormat = Ambiguity<Accept>(
    "dgrid.gpt-response-format", "DGrid documents `response_format` for the endpoint; OpenAI's GPT image models refuse it.",
    documented: .accept, live: .reject)

  /// The keys of `data[]`: all, or only the used ones.
  package enum ResponseKeys: String, AmbiguityValue { case all, used }
  /// The keys of `data[]`.
  package static let dgridResponseKeys = Ambiguity<ResponseKeys>(
    "dgrid.response-keys", "The page's example has all three keys in data[], unused ones \"\"; OpenAI leaves unused ones out.",
    documented: .all, live: .all)

  /// The models whose responses have `usage`.
  package enum Usage: String, AmbiguityValue {
    case always
    case gptImage = "gpt-image"
  }
  /// The models whose responses have `usage`.
  package static let dgridUsage = Ambiguity<Usage>(
    "dgrid.usage", "The page's schema has `usage`, its example has not; upstream only GPT image models send it.",
    documented: .always, live: .gptImage)

  static let dgrid: [AmbiguityEntry] = [
    dgridErrorEnvelope.entry, dgridBadInputStatus.entry, dgridMissingModel.entry, dgridUnknownModel.entry, dgridTrailingSlash.entry,
    dgridWrongMethod.entry, dgridMegabyte.entry, dgridWrongContentType.entry, dgridContentParts.entry, dgridIndexedImages.entry,
    dgridMaskRules.entry, dgridGPTResponseFormat.entry, dgridResponseKeys.entry, dgridUsage.entry,
  ]
}
