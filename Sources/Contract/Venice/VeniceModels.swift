/// The edit models by the day of the contract.
package enum VeniceModels {
  /// The schema's default. The page's prose names `qwen-edit`; the commit that set the default says firered.
  package static let defaultID = "firered-image-edit"

  /// The models that the contract of that day lists, in the order of its `modelId`.
  package static func all(on day: ContractDate = VeniceContracts.asked) -> [VeniceModel] { list(day).models }

  /// The model of that id; ids are case-sensitive.
  package static func model(_ id: String, on day: ContractDate = VeniceContracts.asked) -> VeniceModel? { list(day).byID[id] }

  /// The nine values that a request may name.
  package static let requestRatios = ["auto", "1:1", "3:2", "16:9", "21:9", "9:16", "2:3", "3:4", "4:5"]

  private struct List: Sendable {
    let models: [VeniceModel]
    let byID: [String: VeniceModel]

    init(_ day: ContractDate) {
      models = VeniceModels.table.filter { $0.span.contains(day) }
      byID = Dictionary(uniqueKeysWithValues: models.map { ($0.id, $0) })
    }
  }

  /// Asked for with each request.
  private static let lists = Dictionary(uniqueKeysWithValues: VeniceContracts.all.map { ($0, List($0)) })

  private static func list(_ day: ContractDate) -> List { lists[day] ?? List(day) }
}
