/// DGrid's checks by stage, those that hold under some settings: sorted out once, not at each request.
struct DGridStages: Sendable {
  let route: [Check<DGridHead, DGridError>]
  let credentials: [Check<DGridHead, DGridError>]
  let body: [Check<ArrivedRequest, DGridError>]
  let models: [Check<DGridModelChoice, DGridError>]
  let fields: [Check<DGridForm, DGridError>]
  let messages: [Check<DGridMessages, DGridError>]
  let images: [Check<DGridImages, DGridError>]
  let notices: [Warning<DGridForm>]
  let messageNotices: [Warning<DGridMessages>]
  let imageNotices: [Warning<DGridImages>]

  init(_ settings: Settings) {
    route = DGridRules.route.holding(under: settings)
    credentials = DGridRules.credentials.holding(under: settings)
    body = DGridRules.body.holding(under: settings)
    models = DGridRules.models.holding(under: settings)
    fields = DGridRules.fields.holding(under: settings)
    messages = DGridRules.messages.holding(under: settings)
    images = DGridRules.images.holding(under: settings)
    notices = DGridRules.notices.holding(under: settings)
    messageNotices = DGridRules.messageNotices.holding(under: settings)
    imageNotices = DGridRules.imageNotices.holding(under: settings)
  }
}
