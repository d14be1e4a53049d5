import Findings
import Study
import Training

extension PrivacyPromise {
  /// Nil where the cell trains without privacy.
  ///
  /// - Parameter recipe: For a half, as its defences leave it.
  init?(_ cell: Cell, _ recipe: Recipe, in study: StudyData) {
    // What comes after private records are made sees nothing else.
    let synthetic = cell.defence.parts.lazy.compactMap { $0 as? DPSynthetic }.first
    if let synthetic {
      self.init(synthetic, in: study)
      return
    }
    guard let epochs = recipe.epochs else { return nil }
    let federated = cell.defence.parts.lazy.compactMap { $0 as? DPFederatedAveraging }.first
    if let federated, let privacy = recipe.network?.rounds?.privacy {
      // Nothing is promised against the server, who sees what is sent.
      guard federated.view != .server else { return nil }
      self.init(
        epsilon: privacy.epsilon, delta: privacy.delta, unit: .client, noise: privacy.noise, clip: privacy.clip,
        samplingRate: federated.participation, steps: epochs, units: federated.clients,
        secureNoise: privacy.secureNoise)
      return
    }
    guard let privacy = recipe.network?.privacy else { return nil }
    let tested = study.design.tested
    let units = privacy.bySubject ? Set(tested.map { study.loaded.records.subjects[$0] }).count : tested.count
    self.init(
      epsilon: privacy.epsilon, delta: privacy.delta, unit: privacy.bySubject ? .subject : .record,
      noise: privacy.noise, clip: privacy.clip, samplingRate: privacy.samplingRate,
      steps: epochs * privacy.stepsAnEpoch, units: max(1, units / 2), secureNoise: privacy.secureNoise)
  }

  /// A person counts once in each table; all tables are one release.
  private init?(_ defence: DPSynthetic, in study: StudyData) {
    let columns = study.loaded.records.columns.count
    guard let noise = try? defence.noise(columns: columns) else { return nil }
    let persons = Set(study.design.tested.map { study.loaded.records.subjects[$0] }).count
    self.init(
      epsilon: defence.epsilon, delta: defence.delta, unit: study.loaded.records.hasSubjects ? .subject : .record,
      noise: noise, clip: 1, samplingRate: 1, steps: columns + 1, units: max(1, persons / 2),
      secureNoise: defence.secureNoise)
  }

  /// Said in plan and run of a promise that is none; nil of others.
  var warning: String? {
    guard isLoose else { return nil }
    let unit =
      switch self.unit {
      case .record: "records"
      case .subject: "persons"
      case .client: "clients"
      }
    return
      "delta \(delta) is above 1/\(units), one over the \(unit) a model trains on, so the promise would be kept by "
      + "giving one away: set it below"
  }
}
