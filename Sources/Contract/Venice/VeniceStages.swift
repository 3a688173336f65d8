internal import HTTPMessage

/// Venice's checks by stage, those that hold under some settings: sorted out once, not at each request.
struct VeniceStages: Sendable {
  let route: [Check<VeniceHead, Response>]
  let credentials: [Check<VeniceHead, Response>]
  let body: [Check<ArrivedRequest, Response>]
  let keys: [Check<VeniceHead, Response>]
  let shape: [Check<VeniceForm, Response>]
  let fieldNames: [String]
  let fields: [Check<VeniceForm, ZodIssue>]
  let modelChoice: [Check<VeniceForm, Response>]
  let modelLimits: [Check<VeniceModelUse, ZodIssue>]
  let notices: [Warning<VeniceModelUse>]
  let images: [Check<VeniceImage, Response>]
  let modelsQuery: [Check<String?, ZodIssue>]

  init(_ settings: Settings) {
    route = VeniceRules.route.holding(under: settings)
    credentials = VeniceRules.credentials.holding(under: settings)
    body = VeniceRules.body.holding(under: settings)
    keys = VeniceRules.keys.holding(under: settings)
    shape = VeniceRules.shape.holding(under: settings)
    fieldNames = VeniceFields.names(under: settings)
    fields = VeniceRules.fields.holding(under: settings)
    modelChoice = VeniceRules.modelChoice.holding(under: settings)
    modelLimits = VeniceRules.modelLimits.holding(under: settings)
    notices = VeniceRules.notices.holding(under: settings)
    images = VeniceRules.images.holding(under: settings)
    modelsQuery = VeniceRules.modelsQuery.holding(under: settings)
  }
}
