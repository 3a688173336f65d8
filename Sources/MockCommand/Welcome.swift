internal import Contract

/// What a person reads when the mock has started: both base URLs, and a line for each that can be pasted.
struct Welcome {
  let ready: ReadyLine
  /// Where `/_mock` is; nil: nowhere.
  let admin: String?
  let options: ServeOptions

  private var url: String { ready.url }
  private var curl: String { ready.authority.map { "curl --cacert \($0)" } ?? "curl" }

  var text: String {
    """

    image-edit-mock \(MockCommand.version) is listening. \(promise)

      Venice   \(url)/api/v1      DGrid   \(url)/v1

    Try it (an image from the mock itself, so these work from any folder):

      \(curl) \(url)/api/v1/image/edit -H 'Authorization: Bearer \(key)' -H 'Content-Type: application/json' \\
        -d '{"prompt": "Change the sky to a sunrise", "image": "\(url)/fixtures/lighthouse.png"}' -o venice.png

      \(curl) -s \(url)/fixtures/lighthouse.png | \(curl) \(url)/v1/images/edits -H 'Authorization: Bearer \(key)' \\
        -F 'image=@-;filename=lighthouse.png' -F model=wanx-v1 -F prompt='Make it snow'

    \(trust)\(witness)Profile: \(options.contract.profile). Keys: \(options.apiKeys.isEmpty ? "any bearer token" : "\(options.apiKeys.count) given"). \
    Rules: image-edit-mock rules. Stop: Ctrl-C.

    """
  }

  private var promise: String {
    guard let folder = options.record else { return "Change one base URL, and nothing leaves this machine." }
    return """
      RECORDING: requests leave this machine. They go to \(options.upstreams.joined(separator: " and ")) with the client's own key,
      which may cost money, and are written to \(folder) without it.
      """
  }

  /// How clients are told of an authority that was made for this run.
  private var trust: String {
    guard let file = ready.authority else { return "" }
    return """
      The certificate is of this run only; have clients trust its authority:

        export SSL_CERT_FILE=\(file) REQUESTS_CA_BUNDLE=\(file) NODE_EXTRA_CA_CERTS=\(file)


      """
  }

  private var witness: String { admin.map { "What was sent, and was it right: \(curl) \($0)/_mock/requests\n    " } ?? "" }

  /// A given key is not printed: logs are read by others.
  private var key: String { options.apiKeys.isEmpty ? "test" : "YOUR_KEY" }
}
