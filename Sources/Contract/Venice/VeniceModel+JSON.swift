package import Formats

extension VeniceModel {
  /// The entry of the models list, keys in the order seen on the wire.
  package var json: JSONOutput {
    var spec: [(String, JSONOutput)] = []
    if isBeta { spec.append(("betaModel", .bool(true))) }
    spec += [
      ("pricing", pricing), ("constraints", constraints), ("supportsOptimizePromptThinking", .bool(false)), ("name", .string(name)),
      ("offline", .bool(false)), ("privacy", .string(privacy.rawValue)), ("traits", .array([])),
    ]
    return .object([
      ("created", .int(created)), ("id", .string(id)), ("model_spec", .object(spec)), ("object", .string("model")),
      ("owned_by", .string("venice.ai")), ("type", .string("inpaint")),
    ])
  }

  private var pricing: JSONOutput {
    var members: [(String, JSONOutput)] = [("inpaint", .price(price))]
    if !tiers.isEmpty, tiersArePriced {
      members.append(("resolutions", .object(tiers.map { ($0.name, .price($0.price)) })))
    }
    if !qualities.isEmpty {
      let table = qualities.map { row in
        let high = row.high.map { [("high", JSONOutput.price($0))] } ?? []
        return (row.tier, JSONOutput.object(high + [("low", .price(row.low)), ("medium", .price(row.medium))]))
      }
      members.append(("quality", .object(table)))
    }
    return .object(members)
  }

  private var constraints: JSONOutput {
    var members: [(String, JSONOutput)] = [
      ("aspectRatios", .array(aspectRatios.map { .string($0) })), ("promptCharacterLimit", .int(promptCharacterLimit)),
      ("combineImages", .bool(true)),
    ]
    if let maxInputImages { members.append(("maxInputImages", .int(maxInputImages))) }
    members.append(("singleImageAspectRatio", .bool(true)))
    if !tiers.isEmpty {
      members += [("defaultResolution", .string("1K")), ("resolutions", .array(tiers.map { .string($0.name) }))]
    }
    if let defaultQuality {
      members += [("defaultQuality", .string(defaultQuality)), ("qualities", .array(qualityNames.map { .string($0) }))]
    }
    return .object(members)
  }
}

extension JSONOutput {
  /// `{"usd":0.04,"diem":0.04}` from micro-dollars.
  fileprivate static func price(_ micros: Int) -> JSONOutput {
    let amount = JSONOutput.number(lexeme: micros.decimal(places: 6))
    return .object([("usd", amount), ("diem", amount)])
  }
}
