internal import Contract

extension ScenarioKeys {
  static let when = [
    ScenarioKey("api", "Which API.", .api),
    ScenarioKey("endpoint", "Which endpoints; without it, all but `generated`.", .endpoints),
    ScenarioKey("method", "The HTTP method, whatever its case.", .textPattern),
    ScenarioKey("path", "The path without the query.", .textPattern),
    ScenarioKey("model", "The model that edits: as sent, or the API's default.", .textPattern),
    ScenarioKey("prompt", "The prompt: itself, a glob, a /regular expression/i, a list, or ~ for none.", .textPattern),
    ScenarioKey("header", "Headers by name, and what each must be.", .headerPatterns),
    ScenarioKey("field", "Fields of the body by name, and what each must be.", .namedPatterns),
    ScenarioKey("key", "The bearer token.", .textPattern),
    ScenarioKey("session", "The session: the X-Mock-Session header, else the key.", .textPattern),
    ScenarioKey("content-type", "The request's media type, without parameters.", .textPattern),
    ScenarioKey("image", "The first image.", .mapping(image, least: 1)),
    ScenarioKey("valid", "Whether the contract accepts the request.", .flag),
    ScenarioKey("nth", "Which of the session's requests that fit: 3, 1-3, >= 5, every 3.", .countPattern),
  ]

  static let image = [
    ScenarioKey("width", "Pixels: 1024, 512-1024, > 1024.", .numberPattern),
    ScenarioKey("height", "Pixels: 1024, 512-1024, > 1024.", .numberPattern),
    ScenarioKey("bytes", "The file's size: > 1MB, 64KiB-1MiB.", .bytesPattern),
    ScenarioKey("format", "What the bytes are.", .formats),
    ScenarioKey("alpha", "Whether a pixel can be transparent.", .flag),
  ]
}
