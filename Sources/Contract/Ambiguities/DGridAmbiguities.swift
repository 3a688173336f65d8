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
    "No page lists the edit models: a name of no family the mock knows is accepted with a warning, or gets OpenAI's 404 or the gateway's 503.",
    documented: .accept, live: .unavailable)

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
    "dgrid.content-parts",
    "The page types `content` as a string; the gateway's source wants an array of image and text parts for its synchronous Qwen models.",
    documented: .reject, live: .accept)

  static let dgridIndexedImages = Ambiguity<Accept>(
    "dgrid.indexed-images", "`image[0]` as a name for the image: only the gateway's source knows it.", documented: .reject, live: .accept)

  static let dgridPartType = Ambiguity<Accept>(
    "dgrid.part-type",
    "A file part whose type is no image's, such as application/octet-stream: OpenAI refuses it; the gateway sets the type anew by the file name.",
    documented: .accept, live: .accept)

  static let dgridRepeatedImage = Ambiguity<Accept>(
    "dgrid.repeated-image",
    "Several files that are all named `image`: OpenAI refuses them and wants `image[]`; the gateway renames them.",
    documented: .accept, live: .accept)

  static let dgridTextBesideImage = Ambiguity<Accept>(
    "dgrid.text-beside-image",
    "A text named `image` beside a file of that name: OpenAI refuses it; the gateway passes it on as a value and edits the file.",
    documented: .reject, live: .accept)

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

  /// The rules of models: the page's, or those of the services behind the gateway.
  package enum ModelFamilies: String, AmbiguityValue { case page, upstream }
  /// The rules of models.
  package static let dgridModelFamilies = Ambiguity<ModelFamilies>(
    "dgrid.model-families",
    "The page has one set of rules and one response for all models; behind the gateway stand OpenAI's and Alibaba's, with their own files, counts, options and keys.",
    documented: .page, live: .upstream)

  enum Stream: String, AmbiguityValue { case reject, events }
  static let dgridStream = Ambiguity<Stream>(
    "dgrid.stream",
    "OpenAI sends events for `stream: true` with GPT image models; DGrid's page has no such field, and what the gateway does is not known.",
    documented: .reject, live: .events)

  static let dgridImageOrientation = Ambiguity<ImageOrientation>(
    "dgrid.image-orientation",
    "No page says whether pictures are edited turned, as their EXIF data say and clients expect, or as they are stored.",
    documented: .honour, live: .honour)

  static let dgrid: [AmbiguityEntry] = [
    dgridErrorEnvelope.entry, dgridBadInputStatus.entry, dgridMissingModel.entry, dgridUnknownModel.entry, dgridTrailingSlash.entry,
    dgridWrongMethod.entry, dgridMegabyte.entry, dgridWrongContentType.entry, dgridContentParts.entry, dgridIndexedImages.entry,
    dgridPartType.entry, dgridRepeatedImage.entry, dgridTextBesideImage.entry, dgridMaskRules.entry, dgridGPTResponseFormat.entry,
    dgridResponseKeys.entry, dgridUsage.entry, dgridModelFamilies.entry, dgridStream.entry, dgridImageOrientation.entry,
  ]
}
