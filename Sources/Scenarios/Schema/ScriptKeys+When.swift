internal import Contract

extension ScriptKeys {
  static let when = [
    ScriptKey("api", "Which API.", .api),
    ScriptKey("endpoint", "Which endpoints; without it, all but `generated`.", .endpoints),
    ScriptKey("method", "The HTTP method, whatever its case.", .textPattern),
    ScriptKey("path", "The path without the query.", .textPattern),
    ScriptKey("model", "The model that edits: as sent, or the API's default.", .textPattern),
    ScriptKey("prompt", "The prompt: itself, a glob, a /regular expression/i, a list, or ~ for none.", .textPattern),
    ScriptKey("header", "Headers by name, and what each must be.", .headerPatterns),
    ScriptKey("field", "Fields of the body by name, and what each must be.", .namedPatterns),
    ScriptKey("key", "The bearer token.", .textPattern),
    ScriptKey("session", "The session: the X-Mock-Session header, else the key.", .textPattern),
    ScriptKey("content-type", "The request's media type, without parameters.", .textPattern),
    ScriptKey("image", "The first image.", .mapping(image, least: 1)),
    ScriptKey("valid", "Whether the contract accepts the request.", .flag),
    ScriptKey("nth", "Which of the session's requests that fit: 3, 1-3, >= 5, every 3.", .countPattern),
  ]

  static let image = [
    ScriptKey("width", "Pixels: 1024, 512-1024, > 1024.", .numberPattern),
    ScriptKey("height", "Pixels: 1024, 512-1024, > 1024.", .numberPattern),
    ScriptKey("bytes", "The file's size: > 1MB, 64KiB-1MiB.", .bytesPattern),
    ScriptKey("format", "What the bytes are.", .formats),
    ScriptKey("alpha", "Whether a pixel can be transparent.", .flag),
  ]
}
