import Maths

/// All that an attacker holds for one target.
public struct Evidence: Sendable {
  /// The target's answers about the N records.
  public let target: Observation
  /// The target's answers about the population's Z records.
  public let targetPopulation: Observation
  /// N true labels.
  public let labels: [Int]
  /// Z true labels.
  public let populationLabels: [Int]
  /// The models that the attacker trained, with their memberships; neither the target nor its complement.
  public let references: [Reference]
  /// The target's place in the pool.
  public let index: Int
  /// K.
  public let models: Int
  public let seed: UInt64
  /// What is known of the records themselves; nil unless an attack asks for it.
  public let features: Features?
  private let shared: Shared?

  /// Sums over all models of the pool, and the models whose part in them is not the attacker's.
  struct Shared: Sendable {
    let sums: PoolSums
    /// The target and its complement; two at most.
    let leftOut: [Reference]

    func moments(of target: [Double]) -> PhiMoments? { sums.phiMoments(target: target, leavingOut: leftOut) }
  }

  public init(
    target: Observation, targetPopulation: Observation, labels: [Int], populationLabels: [Int],
    references: [Reference], index: Int, models: Int, seed: UInt64,
    features: Features? = nil
  ) {
    self.init(
      target: target, targetPopulation: targetPopulation, labels: labels, populationLabels: populationLabels,
      references: references, index: index, models: models, seed: seed, features: features, shared: nil)
  }

  init(
    target: Observation, targetPopulation: Observation, labels: [Int], populationLabels: [Int],
    references: [Reference], index: Int, models: Int, seed: UInt64, features: Features?, shared: Shared?
  ) {
    self.target = target
    self.targetPopulation = targetPopulation
    self.labels = labels
    self.populationLabels = populationLabels
    self.references = references
    self.index = index
    self.models = models
    self.seed = seed
    self.features = features
    self.shared = shared
  }

  /// N.
  public var records: Int { labels.count }

  /// How phi lies over the references, on either side of each record.
  ///
  /// In a pool, the sums over all models are made once, and the target's and its complement's part is taken away. Sums
  /// are exact, so the result is to the bit what the references alone give: nothing of the target's membership is in it.
  ///
  /// - Cost: O(N) after the pool's first call, which is O(K N); O(R N) outside a pool.
  /// - Throws: ``AttackError/notFinite(record:)`` for the first record of which a reference says no finite number.
  public func phiMoments() throws(AttackError) -> PhiMoments {
    if let moments = shared?.moments(of: target.phi) { return moments }
    let sums = SideSums(
      records: records, values: references.map(\.observation.phi), trained: references.map(\.membership),
      models: max(models, references.count))
    if let record = sums.firstNotFinite { throw .notFinite(record: record) }
    let (outside, inside) = sums.moments(without: [], trained: [])
    return PhiMoments(target: sums.onGrid(target.phi), outside: outside, inside: inside)
  }
}

/// A model that the attacker trained.
///
/// One object for all targets that it serves: an observation is a dozen arrays, each counted whenever it is copied.
public final class Reference: Sendable {
  /// Its place in the pool.
  public let index: Int
  public let observation: Observation
  public let population: Observation
  /// N truths.
  public let membership: [Bool]

  public init(index: Int, observation: Observation, population: Observation, membership: [Bool]) {
    self.index = index
    self.observation = observation
    self.population = population
    self.membership = membership
  }

  @inlinable
  public func trained(on record: Int) -> Bool { membership[record] }
}
