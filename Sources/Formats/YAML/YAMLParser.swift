internal import CYAML

/// Reads a text of YAML event by event, with libyaml.
///
/// libyaml keeps pointers into its parser and into the text, so both stay at one address until the end.
@safe struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableRawBufferPointer

  /// Makes a parser of a text in UTF-8, which is copied.
  init(_ bytes: [UInt8]) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    // Only memory can be missing here, and without it Swift stops, too.
    precondition(unsafe yaml_parser_initialize(parser) == 1, "libyaml has no memory for a parser")
    // Never of no bytes: libyaml wants an address.
    unsafe text = .allocate(byteCount: bytes.count + 1, alignment: 1)
    unsafe text.copyBytes(from: bytes)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// Reads the next event; after the last one it is `streamEnd` again, after an error the same error.
  mutating func next() throws(YAMLFailure) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    // libyaml reports success when it is asked again after an error.
    guard unsafe yaml_parser_parse(parser, &event) == 1, unsafe parser.pointee.error == YAML_NO_ERROR else {
      throw unsafe YAMLFailure(parser.pointee, UnsafeRawBufferPointer(text))
    }
    defer { unsafe yaml_event_delete(&event) }
    if unsafe event.type == YAML_STREAM_START_EVENT { return try next() }
    let mark = unsafe event.type == YAML_NO_EVENT ? parser.pointee.mark : event.start_mark
    return YAMLEvent(content: unsafe Self.content(event), position: TextPosition(mark))
  }

  private static func content(_ event: borrowing yaml_event_t) -> YAMLEvent.Content {
    let type = unsafe event.type
    return switch type {
    case YAML_NO_EVENT, YAML_STREAM_END_EVENT: .streamEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias(unsafe text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: unsafe scalar(event)
    case YAML_SEQUENCE_START_EVENT: .sequenceStart(unsafe properties(event.data.sequence_start.tag, event.data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart(unsafe properties(event.data.mapping_start.tag, event.data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: .mappingEnd
    default: preconditionFailure("libyaml has an event that its header does not name: \(type.rawValue)")
    }
  }

  private static func scalar(_ event: borrowing yaml_event_t) -> YAMLEvent.Content {
    let scalar = unsafe event.data.scalar
    // Not up to the first zero byte: `"\0"` is a character like others.
    let text = unsafe String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    return .scalar(text, isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE, unsafe properties(scalar.tag, scalar.anchor))
  }

  private static func properties(_ tag: UnsafePointer<UInt8>?, _ anchor: UnsafePointer<UInt8>?) -> YAMLProperties {
    YAMLProperties(tag: unsafe text(tag), anchor: unsafe text(anchor))
  }

  private static func text(_ pointer: UnsafePointer<UInt8>?) -> String? { unsafe pointer.map { unsafe String(cString: $0) } }
}

/// What stands before a value: its tag (`!!int` is `tag:yaml.org,2002:int`) and its anchor.
struct YAMLProperties: Sendable, Equatable {
  var tag: String?
  /// The name, without the `&`.
  var anchor: String?
}

/// The next thing in a text, and where it begins.
struct YAMLEvent: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    case documentStart, documentEnd, streamEnd
    /// Plain: without quotes, and neither literal nor folded.
    case scalar(String, isPlain: Bool, YAMLProperties)
    /// The anchor's name, without the `*`.
    case alias(String)
    case sequenceStart(YAMLProperties)
    case sequenceEnd
    case mappingStart(YAMLProperties)
    case mappingEnd
  }

  let content: Content
  let position: TextPosition
}

/// Why libyaml cannot go on, in its own words.
package struct YAMLFailure: Error, Sendable, Equatable {
  /// What kind of failure it is.
  package enum Kind: Sendable, Equatable {
    /// A character that may stand nowhere.
    case character
    /// Characters that are no YAML together.
    case grammar
    case memory
  }

  /// What kind of failure it is.
  package let kind: Kind
  /// What is wrong.
  package let problem: String
  /// What was being read.
  package let context: String?
  /// Its position in the text.
  package let position: TextPosition
}

extension YAMLFailure {
  init(_ parser: borrowing yaml_parser_t, _ text: UnsafeRawBufferPointer) {
    let words = unsafe parser.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.context.map { unsafe String(cString: $0) }
    switch unsafe parser.error {
    case YAML_MEMORY_ERROR:
      self.init(kind: .memory, problem: "there is not enough memory", context: nil, position: TextPosition(unsafe parser.mark))
    case YAML_READER_ERROR:
      // The reader is ahead of the marks, and says only which byte.
      let position = unsafe TextPosition(of: parser.problem_offset, in: text)
      self.init(kind: .character, problem: words ?? "this character cannot be read", context: context, position: position)
    default:
      let position = TextPosition(unsafe parser.problem_mark)
      self.init(kind: .grammar, problem: words ?? "this cannot be read", context: context, position: position)
    }
  }
}

extension TextPosition { init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) } }
