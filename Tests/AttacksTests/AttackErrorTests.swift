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

  @Test("an attack that reads whole rows says so where they were not made")
  func wholeRows() {
    let pool = Pool().signals.evidence(target: 0, seed: 1)
    let told = Observation(
      confidence: pool.target.confidence, logConfidence: pool.target.logConfidence, phi: pool.target.phi)
    let evidence = Evidence(
      target: told, targetPopulation: pool.targetPopulation, labels: pool.labels,
      populationLabels: pool.populationLabels, references: pool.references, index: 0, models: pool.models, seed: 1)
    for attack in attacks {
      if attack.needs.wholeRows {
        #expect(throws: AttackError.missingSignal("probabilities of all classes")) {
          try attack.standard.scores(evidence)
        }
      } else {
        #expect(throws: Never.self) { try attack.standard.scores(evidence) }
      }
    }
  }

  @Test("a signal that is no number is named by its record, whether target or reference", arguments: [2, 3, 9])
  func notFinite(model: Int) {
    let pool = Pool().signals
    var values = pool.models[model].confidence
    values[17] = .nan
    let rows = RowSummary(
      correctness: values, largest: values, negativeEntropy: values, negativeModifiedEntropy: values, hinge: values)
    let broken = Observation(confidence: values, logConfidence: values, phi: values, rows: rows)
    var models = pool.models
    models[model] = broken
    let signals = Signals(
      models: models, population: pool.population, labels: pool.labels, populationLabels: pool.populationLabels,
      subjects: pool.subjects, membership: pool.membership)
    let broken17 = AttackError.notFinite(record: 17)
    let asTarget = signals.evidence(target: model, seed: 1)
    for attack in attacks { #expect(throws: broken17) { try attack.standard.scores(asTarget) } }
    #expect(throws: broken17) { try RMIAOnline(score: .share, gamma: 1).scores(asTarget) }
    let asReference = signals.evidence(target: 5, seed: 1)
    for attack in attacks where attack.needs.references != .none {
      #expect(throws: broken17) { try attack.standard.scores(asReference) }
    }
  }
}
