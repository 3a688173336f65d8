/// Everything that `/_mock` can be asked.
enum AdminRoutes {
  static let all: [AdminRoute] = journal + verification + conduct + sessions + scenarios + clock + facts

  /// Of every route that `AdminContext.needJournal` guards.
  static let noJournal = (status: 409, when: "The journal is switched off.")
}
