import Findings
import Study
import Training

extension PrivacyPromise {
  /// Nil where the recipe trains without privacy.
  init?(_ recipe: Recipe, in study: StudyData) {
    guard let epochs = recipe.epochs else { return nil }
    if let federation = recipe.network?.federation, let privacy = federation.privacy {
      // Nothing is promised against the server, who sees what is sent.
      guard federation.view != .server else { return nil }
      self.init(
        epsilon: privacy.epsilon, delta: privacy.delta, unit: .client, noise: privacy.noise, clip: privacy.clip,
        samplingRate: federation.participation, steps: epochs, units: federation.clients,
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
