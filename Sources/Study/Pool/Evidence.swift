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

  public init(
    target: Observation, targetPopulation: Observation, labels: [Int], populationLabels: [Int],
    references: [Reference], index: Int, models: Int, seed: UInt64,
    features: Features? = nil
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
  }

  /// N.
  public var records: Int { labels.count }
}

/// A model that the attacker trained.
public struct Reference: Sendable {
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
