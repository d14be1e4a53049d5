import Privacy
import Study

/// How a private training spends its budget: the least noise that keeps to it.
struct PrivateTrainingPlan {
  let epsilon: Double
  let delta: Double
  let clip: Double
  let batch: Int
  let epochs: Int
  let rate: Double
  let unit: PrivacyUnit
  let secureNoise: Bool
  let optimiser: NetworkRecipe.PrivateTraining.Optimiser

  /// - Throws: ``Study/NotApplicable`` where the family is no network, or where no noise keeps to the budget.
  func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    let batch = min(batch, members)
    let samplingRate = Double(batch) / Double(members)
    let steps = (members + batch - 1) / batch
    let noise = try NoiseSearch.applicable(epsilon: epsilon, delta: delta, rate: samplingRate, steps: steps * epochs)
    var adjusted = try recipe.network {
      $0.privacy = NetworkRecipe.PrivateTraining(
        epsilon: epsilon, delta: delta, clip: clip, noise: noise, samplingRate: samplingRate, stepsAnEpoch: steps,
        optimiser: optimiser, bySubject: unit == .subject, secureNoise: secureNoise)
    }
    adjusted.epochs = epochs
    adjusted.rate = rate
    adjusted.batch = batch
    return adjusted
  }
}

extension NoiseSearch {
  /// The least noise that keeps to a budget.
  ///
  /// - Throws: ``Study/NotApplicable`` where none does.
  static func applicable(epsilon: Double, delta: Double, rate: Double, steps: Int) throws(NotApplicable) -> Double {
    do throws(PrivacyError) {
      return try NoiseSearch(epsilon: epsilon, delta: delta).noise(rate: rate, steps: steps)
    } catch {
      throw NotApplicable(error.description)
    }
  }
}

/// Whose presence a private training hides.
public enum PrivacyUnit: String, Codable, Sendable { case record, subject }

/// Trains with the population set aside as public: means and deviations of inputs come from there.
struct PublicBoundsLearner: Learner {
  let base: any Learner
  let population: [Int]

  func obstacle(to records: Records, members: Int) -> String? {
    population.isEmpty
      ? "private training takes the scale of inputs from a population, and there is none"
      : base.obstacle(to: records, members: members)
  }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    try base.train(on: records.settingAside(population), rows: rows, recipe: recipe, seed: seed)
  }
}
