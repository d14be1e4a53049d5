import Study

extension AuditedCase {
  /// What one model's file lacks for an attack; nil where nothing.
  static func lack(_ needs: Needs, _ form: PredictionFile.Form) -> String? {
    if let lack = lackOfAll(needs) { return lack }
    if needs.references != .none || needs.population {
      var arrays = "logits [M, N, C] of \(needs.leastModels) or more models with labels [N] and membership [M, N]"
      if needs.population { arrays += ", population_logits [M, Z, C] and population_labels [Z]" }
      if needs.features { return Self.featuresLack }
      return needs.references == .none
        ? "it compares with records known to be outside: give an NPZ file with logits [M, N, C], labels [N], "
          + "membership [M, N], population_logits [M, Z, C] and population_labels [Z]"
        : "it learns from reference models: give an NPZ file with \(arrays)"
    }
    if case .best(let told, let unknown) = form, needs.access != .labels, needs.access != .logits {
      return lack(needs.part, told: told, unknown: unknown)
    }
    switch (needs.access, form) {
    case (.logits, .probabilities), (.logits, .labels), (.logits, .best):
      return "it needs logits: give columns z_0, z_1 ..."
    case (.probabilities, .labels), (.topK, .labels):
      return "it needs probabilities: give columns p_0, p_1 ... in place of prediction"
    default: return nil
    }
  }

  /// What best probabilities lack.
  private static func lack(_ part: Part, told: Int, unknown: Int) -> String? {
    switch part {
    case .best: return nil
    case .own, .ownAndRival:
      if unknown > 0 {
        return
          "it needs the true label's probability, which is not told of \(NumberText.grouped(unknown)) records: give "
          + "columns p_0, p_1 ... without empty fields"
      }
      return part == .ownAndRival && told < 2
        ? "it needs the largest probability beside the true label's: give the 2 best or more, or all" : nil
    case .whole: return "it needs the probabilities of all classes: give columns p_0, p_1 ... without empty fields"
    }
  }

  /// What an attack receives of a file: best probabilities are less than all.
  static func access(_ needs: Needs, _ form: PredictionFile.Form) -> Access {
    if case .best = form, needs.access == .probabilities { return .topK }
    return needs.access
  }

  /// What no file of answers holds.
  private static func lackOfAll(_ needs: Needs) -> String? {
    if needs.access == .weights { return "it needs the model's weights: give the data and the model to rollcall run" }
    if needs.copies {
      return "it asks the model for the labels of altered copies of each record: give the data and the model's kind to "
        + "rollcall run"
    }
    return nil
  }

  private static let featuresLack =
    "it learns from the features of a population: give an NPZ file that also has population_logits [M, Z, C], "
    + "population_labels [Z], features [N, D] and population_features [Z, D]"

  /// What a set's file lacks for an attack.
  static func lack(_ needs: Needs, _ design: ReferenceDesign, _ file: SignalFile) -> String? {
    if let lack = lackOfAll(needs) { return lack }
    if needs.features, file.signals.features == nil { return featuresLack }
    if needs.population, !file.hasPopulation {
      return "it compares with records known to be outside: give an NPZ file that also has population_logits [M, Z, C] "
        + "and population_labels [Z]"
    }
    let models = file.signals.membership.models
    if needs.references != .none, models < needs.leastModels {
      return "it learns from reference models, \(needs.leastModels) models or more with the target: give an NPZ file "
        + "with more than \(models)"
    }
    return nil
  }

  /// What a file of tokens lacks for an attack.
  static func lack(_ needs: TokenNeeds, _ evidence: TokenEvidence) -> String? {
    switch needs {
    case .moments where evidence.means == nil || evidence.deviations == nil:
      "it needs the spread of each token's log-probability: give a JSON Lines file with mu and sigma"
    case .reference where evidence.reference == nil:
      "it compares with a reference model: give a second JSON Lines file with that model's logprobs of the same ids"
    default: nil
    }
  }
}
