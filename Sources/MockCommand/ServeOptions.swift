internal import ArgumentParser

/// The options of `serve`, each declared once: for the parser, the help and the environment.
/// Numbers are taken as text, so that a mistake can be answered with what to write; a minus belongs to the value.
struct ServeOptions: EnvironmentGroup {
  @Option(help: .init("Address to listen on.", valueName: "address")) var host = "127.0.0.1"

  @Option(parsing: .unconditional, help: .init("Port to listen on; 0 takes a free one.", valueName: "port")) var port = "8080"

  @OptionGroup var tls: TLSOptions

  @OptionGroup var contract: ContractOptions

  @Option(help: .init("A valid key; may be repeated. Without one, any bearer token is valid.", valueName: "key")) var apiKey: [String] = []

  @Option(parsing: .unconditional, help: .init("Another seed draws another set of pictures.", valueName: "number")) var seed = "0"

  @Option(help: .init("Answer image URLs of a host from a folder; may be repeated.", valueName: "host=folder")) var urlMap: [String] = []

  @Option(
    help: .init("Where the images behind DGrid's url answers are kept over a restart; 'none' keeps them in memory.", valueName: "folder"))
  var generatedDir: String?

  @OptionGroup var source: ScenarioOptions

  @Option(help: .init("The scenario of requests that choose none.", valueName: "name")) var scenario: String?

  @Option(
    help: .init(
      "Have requests answered by the service that --upstream names, and write each with its answer into this folder.", valueName: "folder"))
  var record: String?

  @Option(help: .init("The base URL of the real service, for --record; may be repeated, once for each API.", valueName: "url"))
  var upstream: [String] = []

  @Option(help: .init("Answer what is in this folder of recordings as it was answered then.", valueName: "folder")) var replay: String?

  @Option(help: .init("Also write the ready line to this file.", valueName: "path")) var readyFile: String?

  @Flag(help: "Exit with 3 when a request was refused or earned a warning.") var failOnWarnings = false

  @Flag(help: "Exit with 3 when a client showed bad manners (see GET /_mock/conduct).") var failOnConduct = false

  @Option(help: .init("At the end, write what the run came to: JUnit XML for a name in .xml, else JSON.", valueName: "path"))
  var report: String?

  @Option(parsing: .unconditional, help: .init("How much the journal keeps, bodies included.", valueName: "size"))
  var journalBytes = "64MiB"

  @Option(
    parsing: .unconditional,
    help: .init("How many requests the journal keeps; 0 switches it off, and conduct with it.", valueName: "count"))
  var journalRequests = "10000"

  @Option(parsing: .unconditional, help: .init("Serve /_mock on a port of its own; 0 takes a free one.", valueName: "port"))
  var adminPort: String?

  @Flag(help: "Serve no /_mock at all.") var noAdmin = false

  @Option(help: .init("A further host name that /_mock may be called by; may be repeated.", valueName: "name")) var allowHost: [String] = []

  @Option(
    help: .init(
      "Which requests are logged to standard error: all, refused (also those with warnings, and scripted ones), none.", valueName: "which"))
  var log = "refused"
}
