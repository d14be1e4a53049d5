import Attacks
import Maths
import Study
import Testing

/// Evidence that cannot support an attack is refused, never scored.
@Suite("Evidence that is not enough")
struct AttackErrorTests {
  @Test("two references a side are needed for a deviation, one for a mean")
  func references() {
    // K = 4: one reference inside and one outside for each record.
    let evidence = Pool(models: 4, records: 20).signals.evidence(target: 0, seed: 1)
    let tooFew = AttackError.tooFewReferences(record: 0, found: 1, needed: 2)
    #expect(throws: tooFew) { try LiRAOnline.standard.scores(evidence) }
    #expect(throws: tooFew) { try LiRAOffline.standard.scores(evidence) }
    #expect(throws: Never.self) { try RMIAOnline.standard.scores(evidence) }
    #expect(throws: AttackError.tooFewReferences(record: 0, found: 2, needed: 4)) {
      try RMIAOffline.standard.scores(evidence)
    }
  }

  @Test("a share needs a population")
  func population() {
    let evidence = Pool(population: 0).signals.evidence(target: 0, seed: 1)
    let tooSmall = AttackError.tooSmallPopulation(found: 0, needed: 1)
    #expect(throws: tooSmall) { try AttackP().scores(evidence) }
    #expect(throws: tooSmall) { try RMIAOnline(score: .share, gamma: 1).scores(evidence) }
    #expect(throws: tooSmall) { try RMIAOffline(score: .share, gamma: 1, tuned: false, a: 0.3).scores(evidence) }
  }

  @Test("a quantile needs 1,000 of the population, and features")
  func quantile() {
    let small = Pool(population: 999).signals.evidence(target: 0, seed: 1)
    #expect(throws: AttackError.tooSmallPopulation(found: 999, needed: 1000)) {
      try Quantile.standard.scores(small)
    }
    let pool = Pool().signals
    let bare = Signals(
      models: pool.models, population: pool.population, labels: pool.labels, populationLabels: pool.populationLabels,
      subjects: pool.subjects, membership: pool.membership)
    #expect(throws: AttackError.missingSignal("features of records and population")) {
      try Quantile.standard.scores(bare.evidence(target: 0, seed: 1))
    }
  }

  @Test("robustness needs answers about copies")
  func copies() {
    let values = [0.5, 0.25]
    let bare = Observation(confidence: values, logConfidence: values, phi: values)
    let evidence = Evidence(
      target: bare, targetPopulation: bare, labels: [0, 0], populationLabels: [0, 0], references: [], index: 0,
      models: 2, seed: 1)
    #expect(throws: AttackError.missingSignal("answers about altered copies")) {
      try NoiseRobustness.standard.scores(evidence)
    }
  }

  @Test("a signal that is no number is named by its record, whether target or reference", arguments: [2, 3, 9])
  func notFinite(model: Int) {
    let pool = Pool().signals
    var values = pool.models[model].confidence
    values[17] = .nan
    let broken = Observation(confidence: values, logConfidence: values, phi: values)
    var models = pool.models
    models[model] = broken
    let signals = Signals(
      models: models, population: pool.population, labels: pool.labels, populationLabels: pool.populationLabels,
      subjects: pool.subjects, membership: pool.membership, features: pool.features)
    let broken17 = AttackError.notFinite(record: 17)
    let asTarget = signals.evidence(target: model, seed: 1)
    for attack in attacks { #expect(throws: broken17) { try attack.standard.checkedScores(asTarget) } }
    #expect(throws: broken17) { try RMIAOnline(score: .share, gamma: 1).checkedScores(asTarget) }
    let asReference = signals.evidence(target: 5, seed: 1)
    for attack in attacks where attack.needs.references != .none {
      #expect(throws: broken17) { try attack.standard.checkedScores(asReference) }
    }
  }
}
