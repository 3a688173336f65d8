/// Everything that `/_mock` can be asked.
enum AdminRoutes {
  static let all: [AdminRoute] = journal + verification + conduct + sessions + scenarios + clock + facts
}
