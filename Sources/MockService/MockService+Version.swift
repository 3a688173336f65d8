extension MockService {
  /// What the mock calls itself with: in `Server`, in `/_mock/health`, in reports.
  package static let version = "0.1.0"
}
