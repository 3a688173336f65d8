internal import Formats

extension ModelLimits {
  /// The limits of each model that the contract of the day lists.
  package static func venice(_ settings: Settings) -> [ModelLimits] {
    VeniceModels.all(on: settings.veniceContract).map { model in
      let ratios = VeniceModels.requestRatios.filter(model.aspectRatios.contains)
      var tiers = model.tiers.map(\.name)
      if tiers.isEmpty, settings[Ambiguities.veniceUntieredResolution] == .acceptOneK { tiers = ["1K"] }
      return ModelLimits(
        models: model.id,
        fields: [
          ("prompt", .object([("maxLength", .int(model.promptCharacterLimit))])), ("aspect_ratio", .oneOf(ratios)),
          ("resolution", tiers.isEmpty ? nil : .oneOf(tiers)),
        ])
    }
  }
}
