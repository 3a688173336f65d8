internal import ArgumentParser
internal import Contract
internal import HTTPMessage

/// `image-edit-mock serve`, for the parser.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve both APIs on one port (the default command).")

  @OptionGroup var arguments: ServeArguments
}

/// ``ServeOptions`` as they are written on the command line.
struct ServeArguments: ParsableArguments {
  private static let usual = ServeOptions()

  @Option(help: ArgumentHelp("Address to listen on.", valueName: "address"))
  var host: String = usual.host

  // Numbers are taken as text, so that a mistake can be answered with what to write; a minus belongs to the value.
  @Option(parsing: .unconditional, help: ArgumentHelp("Port to listen on; 0 takes a free one.", valueName: "port"))
  var port: String = usual.port

  @OptionGroup var tls: TLSArguments

  @OptionGroup var contract: ContractArguments

  @Option(
    name: .customLong("api-key"),
    help: ArgumentHelp("A valid key; may be repeated. Without one, any bearer token is valid.", valueName: "key"))
  var apiKeys: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("Another seed draws another set of pictures.", valueName: "number"))
  var seed: String = usual.seed

  @Option(
    name: .customLong("url-map"),
    help: ArgumentHelp("Answer image URLs of a host from a folder; may be repeated.", valueName: "host=folder"))
  var urlMap: [String] = []

  @Option(
    name: .customLong("generated-dir"),
    help: ArgumentHelp(
      "Where the images behind DGrid's url answers are kept over a restart; 'none' keeps them in memory.", valueName: "folder"))
  var generatedFolder: String?

  @OptionGroup var source: ScenarioArguments

  @Option(help: ArgumentHelp("The scenario of requests that choose none.", valueName: "name"))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "Have requests answered by the service that --upstream names, and write each with its answer into this folder.", valueName: "folder"))
  var record: String?

  @Option(
    name: .customLong("upstream"),
    help: ArgumentHelp("The base URL of the real service, for --record; may be repeated, once for each API.", valueName: "url"))
  var upstreams: [String] = []

  @Option(help: ArgumentHelp("Answer what is in this folder of recordings as it was answered then.", valueName: "folder"))
  var replay: String?

  @Option(name: .customLong("ready-file"), help: ArgumentHelp("Also write the ready line to this file.", valueName: "path"))
  var readyFile: String?

  @Flag(name: .customLong("fail-on-warnings"), help: "Exit with 3 when a request was refused or earned a warning.")
  var failsOnWarnings = false

  @Flag(name: .customLong("fail-on-conduct"), help: "Exit with 3 when a client showed bad manners (see GET /_mock/conduct).")
  var failsOnConduct = false

  @Option(help: ArgumentHelp("At the end, write what the run came to: JUnit XML for a name in .xml, else JSON.", valueName: "path"))
  var report: String?

  @Option(
    name: .customLong("journal-bytes"), parsing: .unconditional,
    help: ArgumentHelp("How much the journal keeps, bodies included.", valueName: "size"))
  var journalBytes: String = usual.journalBytes

  @Option(
    name: .customLong("journal-requests"), parsing: .unconditional,
    help: ArgumentHelp("How many requests the journal keeps; 0 switches it off, and conduct with it.", valueName: "count"))
  var journalRequests: String = usual.journalRequests

  @Option(
    name: .customLong("admin-port"), parsing: .unconditional,
    help: ArgumentHelp("Serve /_mock on a port of its own; 0 takes a free one.", valueName: "port"))
  var adminPort: String?

  @Flag(name: .customLong("no-admin"), help: "Serve no /_mock at all.")
  var hasNoAdmin = false

  @Option(
    name: .customLong("allow-host"),
    help: ArgumentHelp("A further host name that /_mock may be called by; may be repeated.", valueName: "name"))
  var allowedHosts: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which requests are logged to standard error: all, refused (also those with warnings, and scripted ones), none.", valueName: "which"))
  var log: String = usual.log

  var options: ServeOptions {
    var options = ServeOptions()
    options.host = host
    options.port = port
    options.tls = tls.options
    options.contract = contract.options
    options.apiKeys = apiKeys
    options.seed = seed
    options.urlMap = urlMap
    options.generatedFolder = generatedFolder
    options.source = source.options
    options.scenario = scenario
    options.record = record
    options.upstreams = upstreams
    options.replay = replay
    options.readyFile = readyFile
    options.failsOnWarnings = failsOnWarnings
    options.failsOnConduct = failsOnConduct
    options.report = report
    options.journalBytes = journalBytes
    options.journalRequests = journalRequests
    options.adminPort = adminPort
    options.hasNoAdmin = hasNoAdmin
    options.allowedHosts = allowedHosts
    options.log = log
    return options
  }
}
