internal import ArgumentParser
internal import EditContract
internal import MockService

/// The options of `serve`, as they are written on the command line; each can come from the environment, too.
struct ServeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Address to listen on.", valueName: "address"))
  var host: String = "127.0.0.1"

  // Numbers are taken as text, so that a mistake can be answered with what to write; a minus belongs to the value.
  @Option(parsing: .unconditional, help: ArgumentHelp("Port to listen on; 0 takes a free one.", valueName: "port"))
  var port: String = "8080"

  @OptionGroup var tls: TLSOptions

  @OptionGroup var contract: ContractOptions

  @Option(
    name: .customLong("api-key"),
    help: ArgumentHelp("A valid key; may be repeated. Without one, any bearer token is valid.", valueName: "key"))
  var apiKeys: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("Another seed draws another set of pictures.", valueName: "number"))
  var seed: String = "0"

  @Option(
    name: .customLong("url-map"),
    help: ArgumentHelp("Answer image URLs of a host from a folder; may be repeated.", valueName: "host=folder"))
  var urlMap: [String] = []

  @Option(
    name: .customLong("generated-dir"),
    help: ArgumentHelp(
      "Where the images behind DGrid's url answers are kept over a restart; 'none' keeps them in memory.", valueName: "folder"))
  var generatedFolder: String?

  @OptionGroup var source: ScenarioOptions

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
  var journalBytes: String = "64MiB"

  @Option(
    name: .customLong("journal-requests"), parsing: .unconditional,
    help: ArgumentHelp("How many requests the journal keeps; 0 switches it off, and conduct with it.", valueName: "count"))
  var journalRequests: String = "10000"

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
  var log: String = "refused"

  /// Names as in `--name` of the options that take a value, with whether they may be repeated.
  static let environmentNames: [(option: String, isRepeatable: Bool)] = [
    ("host", false), ("port", false), ("profile", false), ("venice-contract", false), ("set", true), ("api-key", true), ("seed", false),
    ("url-map", true),
    ("generated-dir", false), ("scenarios", false), ("scenario", false), ("record", false), ("upstream", true), ("replay", false),
    ("ready-file", false), ("log", false), ("report", false),
    ("journal-bytes", false), ("journal-requests", false), ("admin-port", false), ("allow-host", true),
    ("tls-cert", false), ("tls-key", false), ("tls-ca", false), ("tls-name", true),
  ]

  /// Names of the options that take none.
  static let environmentFlags = ["fail-on-warnings", "fail-on-conduct", "no-admin", "tls-self-signed"]
}
