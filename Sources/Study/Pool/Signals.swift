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

  public init(
    models: [Observation], population: [Observation], labels: [Int], populationLabels: [Int], subjects: [Int],
    membership: Membership
  ) {
    precondition(models.count == membership.models && population.count == models.count)
    precondition(labels.count == membership.records && subjects.count == labels.count)
    self.models = models
    self.population = population
    self.labels = labels
    self.populationLabels = populationLabels
    self.subjects = subjects
    self.membership = membership
  }

  /// The same answers under another story of who was trained on what.
  public func replacing(membership: Membership) -> Signals {
    Signals(
      models: models, population: population, labels: labels, populationLabels: populationLabels, subjects: subjects,
      membership: membership)
  }

  /// All that an attacker of `target` holds: neither the target's row of the membership nor its complement's.
  public func evidence(target: Int, seed: UInt64) -> Evidence {
    let references = models.indices.filter { $0 != target && $0 != Membership.complement(of: target) }
    return Evidence(
      target: models[target], targetPopulation: population[target], labels: labels, populationLabels: populationLabels,
      references: references.map {
        Reference(
          index: $0, observation: models[$0], population: population[$0], membership: Array(membership.row($0)))
      },
      index: target, models: models.count, seed: seed)
  }
}
