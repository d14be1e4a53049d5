import Maths

/// What the K models of a cell say about the N records under test and the Z records of the population.
///
/// Made once a cell; every attack on every target reads it through ``evidence(target:seed:)``.
public struct Signals: Sendable {
  /// K observations of N records each.
  public let models: [Observation]
  /// K observations of the population's Z records each.
  public let population: [Observation]
  /// N labels.
  public let labels: [Int]
  /// Z labels.
  public let populationLabels: [Int]
  /// N subjects, dense from 0.
  public let subjects: [Int]
  /// K x N.
  public let membership: Membership
  /// What is known of the records themselves; nil unless an attack asks for it.
  public let features: Features?
  /// The K models as attackers hold them.
  private let references: [Reference]
  /// The sums of phi over all models, made once for all targets and attacks.
  private let sums: PoolSums

  public init(
    models: [Observation], population: [Observation], labels: [Int], populationLabels: [Int], subjects: [Int],
    membership: Membership, features: Features? = nil
  ) {
    precondition(models.count == membership.models && population.count == models.count)
    precondition(labels.count == membership.records && subjects.count == labels.count)
    self.models = models
    self.population = population
    self.labels = labels
    self.populationLabels = populationLabels
    self.subjects = subjects
    self.membership = membership
    self.features = features
    references = models.indices.map { model in
      Reference(
        index: model, observation: models[model], population: population[model],
        membership: membership.truths(ofModel: model))
    }
    sums = PoolSums {
      SideSums(
        records: labels.count, values: models.map(\.phi), trained: models.indices.map(membership.truths(ofModel:)),
        models: models.count)
    }
  }

  /// The same answers under another story of who was trained on what.
  public func replacing(membership: Membership) -> Signals {
    Signals(
      models: models, population: population, labels: labels, populationLabels: populationLabels, subjects: subjects,
      membership: membership, features: features)
  }

  /// All that an attacker of `target` holds: neither the target's row of the membership nor its complement's.
  public func evidence(target: Int, seed: UInt64) -> Evidence {
    evidence(of: models[target], population: population[target], index: target, seed: seed)
  }

  /// The same with references by a rule, for models that may not come in complementary pairs.
  public func evidence(target: Int, references rule: ReferenceRule, seed: UInt64) -> Evidence {
    let partner = rule == .paired ? membership.trueComplement(of: target) : nil
    return evidence(
      of: models[target], population: population[target], index: target,
      leavingOut: [target] + [partner].compactMap { $0 }, seed: seed)
  }

  /// All that an attacker of a model outside the pool holds: every model of the pool is a reference.
  ///
  /// - Parameters:
  ///   - target: The model's answers about the N records.
  ///   - population: Its answers about the Z records.
  ///   - independent: Its place among the targets outside the pool.
  public func evidence(of target: Observation, population: Observation, independent: Int, seed: UInt64) -> Evidence {
    evidence(of: target, population: population, index: models.count + independent, seed: seed)
  }

  private func evidence(of target: Observation, population answers: Observation, index: Int, seed: UInt64) -> Evidence {
    let leftOut = [index, Membership.complement(of: index)].filter(models.indices.contains)
    return evidence(of: target, population: answers, index: index, leavingOut: leftOut, seed: seed)
  }

  private func evidence(
    of target: Observation, population answers: Observation, index: Int, leavingOut leftOut: [Int], seed: UInt64
  ) -> Evidence {
    Evidence(
      target: target, targetPopulation: answers, labels: labels, populationLabels: populationLabels,
      references: references.filter { !leftOut.contains($0.index) }, index: index, models: models.count,
      seed: seed, features: features, shared: Evidence.Shared(sums: sums, leftOut: leftOut.map { references[$0] }))
  }
}
