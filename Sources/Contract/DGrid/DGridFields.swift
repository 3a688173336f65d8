internal import Formats

/// The fields of DGrid's two request shapes.
///
/// Source: the page's lists; that `image[]` is another name of `image` is known from client libraries.
package enum DGridFields {
  package static let secondImageName = "image[]"

  /// Of the multipart form.
  package static let multipart: [Field] = [
    Field("image", "The PNG to edit, less than 4 MB. GPT image models take up to 16. `image[]` is another name of it."),
    Field(secondImageName, "Another name of `image`, which clients use that can send several."),
    Field("prompt", "What is to be done to the image.", example: .string("Make the sky golden")),
    Field("mask", "A PNG of the image's size; where it is transparent, the image may be changed."),
    Field("model", "The model that edits.", example: .string("dall-e-2")),
    Field("n", "How many pictures are wanted.", example: .int(1)),
    Field("size", "WIDTHxHEIGHT or auto; models take different ones.", example: .string("1024x1024")),
    Field("response_format", "Whether pictures come as addresses or in base64.", example: .string("b64_json")),
    Field("user", "Who is behind the request, in the client's own words.", example: .string("user-1234")),
  ]

  /// Their names, looked up for each part of a form.
  package static let multipartNames = Set(multipart.map(\.name))

  /// The keys of the JSON body itself.
  package static let messagesKeys = Set(messages.map(\.name).filter { !$0.contains(".") })

  /// Of the JSON body in the Qwen shape.
  package static let messages: [Field] = [
    Field("model", "The model that edits.", example: .string("wanx-v1")),
    Field("input", "What the model is given."),
    Field("input.messages", "What is said to the model."),
    Field("input.messages[].role", "Who says it.", example: .string("user")),
    Field(
      "input.messages[].content", "What is to be done, with the image in it as a URL or data URL.",
      example: .string("Remove the background.")),
  ]
}
