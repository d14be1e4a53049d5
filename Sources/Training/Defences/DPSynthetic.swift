import Maths
public import Privacy
public import Study

/// Trains on made-up records, drawn from noisy counts of the half under a privacy budget.
///
/// Counted with Gaussian noise: the labels, and for each of the D columns label and value together, in at most `bins`
/// bins. A made-up record draws a label by the first, then each value by its column's counts for that label (as naive
/// Bayes has it: given the label, columns are independent). It is made of noisy counts and of public knowledge alone.
///
/// - Unit: a person, who counts once in each table however many records are hers: adding or removing her moves a table
///   by at most 1 in Euclidean norm. All D + 1 tables together are one Gaussian mechanism, whose noise for (epsilon,
///   delta) is exact (Balle and Wang 2018), so a little below what zero-concentrated privacy would ask for.
/// - Public knowledge: bins, levels and the values within a bin come from the population, never from the half; what the
///   population does not show counts as its nearest bin, or its commonest level. A column's missing values are a bin.
/// - Size: the noisy number of persons in the half, at least ``least`` and at most N.
/// - Randomness: the counter-based generator, so that results can be repeated; a release to the public needs the
///   cryptographic one, `secureNoise`.
/// - Source: the marginals-and-Gaussian recipe of McKenna, Miklau and Sheldon, "Winning the NIST contest", 2021,
///   arXiv:2108.04978, with fixed marginals and without its inference.
public struct DPSynthetic: Defence {
  public static let name = "dp-synthetic"
  public static let card = Card(
    title: "Differentially private synthetic data",
    summary: "Trains on made-up records drawn from noisy counts of labels and values.",
    source: "McKenna, Miklau and Sheldon 2021, arXiv:2108.04978")
  public static let parameters = [
    Parameter("epsilon", .number(0.001...1_000), "The privacy budget of one half's made-up records."),
    Parameter("delta", .number(1e-12...0.1), "The probability with which epsilon may be exceeded."),
    Parameter("bins", .whole(2...1_000), "Bins that a column of numbers is counted in, at most."),
    Parameter(
      "secureNoise", .flag, "Noise from the system's cryptographic generator: no run repeats another."),
  ]
  public static let standard = DPSynthetic(epsilon: 1, delta: 1e-5, bins: 8)
  public static let stage = Stage.data
  public static let isBudgeted = true
  /// Fewer made-up records are too few for some model family.
  static let least = 40

  public let epsilon: Double
  public let delta: Double
  public let bins: Int
  public let secureNoise: Bool

  public init(epsilon: Double, delta: Double, bins: Int, secureNoise: Bool = false) {
    self.epsilon = epsilon
    self.delta = delta
    self.bins = bins
    self.secureNoise = secureNoise
  }

  /// What counting a half spends: one Gaussian release for each table.
  ///
  /// - Parameter columns: D.
  public func releases(columns: Int) throws(PrivacyError) -> [Release] {
    [Release(.gaussian(noise: try noise(columns: columns), rate: 1), steps: columns + 1)]
  }

  /// The standard deviation of the noise on each count.
  ///
  /// D + 1 Gaussian releases of one deviation are a single one of that over the root of D + 1.
  public func noise(columns: Int) throws(PrivacyError) -> Double {
    try GaussianMechanism.noise(epsilon: epsilon, delta: delta) * Double(columns + 1).squareRoot()
  }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    SyntheticLearner(base: learner, defence: self, population: population)
  }
}

/// Trains on made-up records.
struct SyntheticLearner: Learner {
  let base: any Learner
  let defence: DPSynthetic
  let population: [Int]

  func obstacle(to records: Records, members: Int) -> String? {
    do throws(PrivacyError) { _ = try defence.noise(columns: records.columns.count) } catch {
      return error.description
    }
    return base.obstacle(to: records, members: DPSynthetic.least)
  }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    guard let noise = try? defence.noise(columns: records.columns.count) else {
      preconditionFailure("a budget that gives no noise is an obstacle, which callers ask for first")
    }
    let source: NoisyMarginals.Source = defence.secureNoise ? .system : .counted(seed: seed)
    let marginals = NoisyMarginals(
      of: records, rows: rows, bins: records.columns.map { PublicBins($0, population: population, most: defence.bins) },
      noise: noise, source: source)
    let size = min(max(marginals.persons, DPSynthetic.least), max(records.count, DPSynthetic.least))
    let made = marginals.records(size, like: records, seed: seed)
    return try base.train(
      onRest: Array(records.count..<made.count), of: made, recipe: recipe, seed: seed)
  }
}
