internal import Formats
internal import HTTPMessage

/// One thing that `/_mock` can be asked: everything that is known of it stands here, and the OpenAPI document is made from that.
struct AdminRoute: Sendable {
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

  /// What comes back when all is well.
  enum Content: Sendable {
    case json(Shape)
    /// Of this media type.
    case bytes(String)
  }

  let method: String
  /// Segments below `/_mock`; `{id}` stands for any.
  let path: [String]
  /// One sentence.
  let says: String
  var query: [QueryItem] = []
  /// What may be sent, and whether it must be.
  var body: (shape: Shape, isRequired: Bool)?
  var status = 200
  let content: Content
  /// Statuses of refusals beside those that every route has, and when.
  var refusals: [(status: Int, when: String)] = []
  /// Whether what is asked for may come with any status of 400 to 599.
  var choosesStatus = false
  let answer: @Sendable (AdminCall, AdminContext) throws(AdminRefusal) -> AdminResponse

  init(
    _ method: String, _ path: String, _ says: String, query: [QueryItem] = [], body: (shape: Shape, isRequired: Bool)? = nil,
    status: Int = 200,
    gives content: Content, choosesStatus: Bool = false, refuses refusals: [(status: Int, when: String)] = [],
    answer: @escaping @Sendable (AdminCall, AdminContext) throws(AdminRefusal) -> AdminResponse
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
    self.answer = answer
  }

  var pathText: String { (["_mock"] + path).map { "/\($0)" }.joined() }

  /// What a path has at the open places; nil: it is another path.
  func segments(of path: [String]) -> [String]? {
    guard path.count == self.path.count else { return nil }
    var open: [String] = []
    for (pattern, segment) in zip(self.path, path) {
      if pattern.hasPrefix("{") { open.append(segment) } else if pattern != segment { return nil }
    }
    return open
  }
}
