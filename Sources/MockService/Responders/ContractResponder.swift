internal import Contract
internal import HTTPMessage
internal import Support

/// Responds as both APIs' contracts have it, and with the mock's own files. Knows nothing of scenarios.
final class ContractResponder: Sendable {
  let venice: VeniceService
  let dgrid: DGridService
  let files: StaticFiles

  init(_ configuration: MockConfiguration, log: @escaping @Sendable (String) -> Void) {
    let (settings, keys, clock) = (configuration.settings, KeyRing(configuration.keys), configuration.clock)
    files = StaticFiles(folder: configuration.generatedFolder, memoryLimit: configuration.cacheLimit, log: log)
    let resources = EditResources(
      resolver: ImageResolver(ImageFetcher(mappings: configuration.urlMap, files: files)),
      cache: RenderCache(limit: configuration.cacheLimit), seed: configuration.seed)
    venice = VeniceService(contract: VeniceContract(settings: settings, keys: keys, clock: clock), resources: resources)
    dgrid = DGridService(
      contract: DGridContract(settings: settings, keys: keys), resources: resources, files: files, now: { clock.unixMilliseconds / 1_000 })
  }

  /// Returns what can be said before the body is in; nil: the body is needed.
  func checkHead(_ context: RequestContext) -> HandlingResult? {
    let head = context.head
    guard head.method != "OPTIONS" else { return nil }
    switch API(path: head.path) {
    case .venice: return venice.checkHead(head, context.id).map { HandlingResult($0) }
    case .dgrid:
      // The gateway's router redirects before it looks at anything else.
      if let redirect = dgrid.contract.redirect(head) { return HandlingResult(redirect) }
      return dgrid.checkHead(head, context.id).map { HandlingResult($0) }
    case nil: return nil
    }
  }

  /// Most bytes of a body that no API reads.
  private static let ownBodyLimit = 256 << 10

  /// Returns the largest body that is kept, in bytes.
  func bodyLimit(_ head: RequestHead) -> Int {
    switch API(path: head.path) {
    case _ where head.method == "OPTIONS": Self.ownBodyLimit
    case .venice: VeniceContract.bodyLimit
    case .dgrid: DGridContract.bodyLimit
    case nil: Self.ownBodyLimit
    }
  }

  /// Handles a whole request, which is consumed, so that its body goes as soon as it is not needed. Decoding, rendering and reading files
  /// are left as work; what is known without them is ready.
  func respond(to request: consuming Request, _ context: RequestContext) -> Work<HandlingResult> {
    // The head of a request that only the contract answers was checked when it was admitted.
    if context.scenario != nil || context.isOverridden, let result = checkHead(context) { return .ready(result) }
    let api = API(path: context.head.path)
    if context.head.method == "OPTIONS", api != nil { return .ready(HandlingResult(MockHeaders.preflight)) }
    switch api {
    case .venice: return venice.respond(to: request, context)
    case .dgrid: return dgrid.respond(to: request, context)
    case nil: return .deferred { [files] in files.respond(to: context.head) }
    }
  }
}
