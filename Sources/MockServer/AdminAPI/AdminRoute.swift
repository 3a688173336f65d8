internal import Formats
internal import HTTPMessage

/// The table of all routes of `/_mock`.
enum AdminRoutes {
  static let all: [AdminRoute] = journal + verification + conduct + sessions + scenarios + clock + meta

  /// The refusal of every route that calls `AdminContext.requireJournal`.
  static let noJournal = (status: 409, when: "The journal is switched off.")
}

/// One route of `/_mock`, with everything that the OpenAPI document says of it.
struct AdminRoute: Sendable {
  /// A parameter of the query.
  struct QueryItem: Sendable {
    let name: String
    let says: String
    let shape: Shape

    init(_ name: String, _ says: String, _ shape: Shape = .string) {
      self.name = name
      self.says = says
      self.shape = shape
    }
  }

  /// The body of a successful response.
  enum Content: Sendable {
    case json(Shape)
    case bytes(mediaType: String)
  }

  typealias Handler = @Sendable (AdminCall, AdminContext) throws(AdminRefusal) -> AdminResponse

  let method: String
  /// The segments below `/_mock`; `{id}` stands for any.
  let path: [String]
  /// A summary in one sentence.
  let says: String
  let query: [QueryItem]
  /// The shape of the body, and whether it is required; nil when the route takes none.
  let body: (shape: Shape, isRequired: Bool)?
  let status: Int
  let content: Content
  /// Whether the content can also have any status of 400 to 599.
  let choosesStatus: Bool
  /// The refusals beside those that every route has.
  let refusals: [(status: Int, when: String)]
  let respond: Handler

  init(
    _ method: String, _ path: String, _ says: String, query: [QueryItem] = [], body: (shape: Shape, isRequired: Bool)? = nil,
    status: Int = 200, gives content: Content, choosesStatus: Bool = false, refuses refusals: [(status: Int, when: String)] = [],
    respond: @escaping Handler
  ) {
    self.method = method
    self.path = path.split(separator: "/").map(String.init)
    self.says = says
    self.query = query
    self.body = body
    self.status = status
    self.content = content
    self.choosesStatus = choosesStatus
    self.refusals = refusals
    self.respond = respond
  }

  /// The whole path: `/_mock/requests/{id}`.
  var pathText: String { (["_mock"] + path).map { "/\($0)" }.joined() }

  /// Returns the segments of a path that stand for this route's parameters; nil when it is another path.
  func segments(of path: [String]) -> [String]? {
    guard path.count == self.path.count else { return nil }
    var values: [String] = []
    for (pattern, segment) in zip(self.path, path) {
      if pattern.hasPrefix("{") { values.append(segment) } else if pattern != segment { return nil }
    }
    return values
  }
}
