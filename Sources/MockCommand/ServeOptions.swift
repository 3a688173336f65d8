/// The options of `serve`, each as text where it is text on the command line; each can come from the environment, too.
struct ServeOptions: Sendable {
  var host = "127.0.0.1"
  var port = "8080"
  var tls = TLSOptions()
  var contract = ContractOptions()
  var apiKeys: [String] = []
  var seed = "0"
  var urlMap: [String] = []
  var generatedFolder: String?
  var source = ScenarioOptions()
  var scenario: String?
  var record: String?
  var upstreams: [String] = []
  var replay: String?
  var readyFile: String?
  var failsOnWarnings = false
  var failsOnConduct = false
  var report: String?
  var journalBytes = "64MiB"
  var journalRequests = "10000"
  var adminPort: String?
  var hasNoAdmin = false
  var allowedHosts: [String] = []
  var log = "refused"
}
