import Findings
import Study

extension PrivacyPromise {
  /// Nil where the recipe trains without privacy.
  init?(_ recipe: Recipe) {
    guard let privacy = recipe.network?.privacy, let epochs = recipe.epochs else { return nil }
    self.init(
      epsilon: privacy.epsilon, delta: privacy.delta, unit: privacy.bySubject ? .subject : .record,
      noise: privacy.noise, clip: privacy.clip, samplingRate: privacy.samplingRate,
      steps: epochs * privacy.stepsAnEpoch, secureNoise: privacy.secureNoise)
  }
}
