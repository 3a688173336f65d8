internal import Contract
internal import Support

/// Venice's edit models on each day that can be served.
struct ModelPage {
  var text: String {
    """
    # Venice's edit models

    \(ContractPage.notice)
    What each model takes and costs, on the days that `--venice-contract` knows. Prices are in USD for one edit at the tier 1K. Limits of the prompt
    are in UTF-16 code units. Where no capture has a model, its limits are its sibling's.

    \(VeniceContracts.all.map(section).joined(separator: "\n"))
    """
  }

  private func section(_ day: ContractDate) -> String {
    let rows = VeniceModels.all(on: day).map { model in
      [
        "`\(model.id)`", model.name, dollars(model.price), "\(model.promptCharacterLimit)", model.tiers.map(\.name).joined(separator: ", "),
        model.aspectRatios.joined(separator: ", "), model.qualityNames.joined(separator: ", "),
      ]
    }
    let titles = ["id", "name", "price", "prompt", "tiers", "ratios", "qualities"]
    return "## \(day)\n\n" + TextTable(rows, titles: titles).markdown
  }

  /// Micro-dollars as dollars, to three places.
  private func dollars(_ micros: Int) -> String {
    let mills = "\(micros / 1_000 % 1_000)"
    return "\(micros / 1_000_000)." + String(repeating: "0", count: 3 - mills.count) + mills
  }
}
