import Maths
import Study
import Testing

/// What an attacker is given, and what is kept from him.
@Suite("Evidence")
struct EvidenceTests {
  /// K = 6 models of 4 records; model k says k + r / 10 of record r.
  private static let signals: Signals = {
    let halves = [[true, true, false, false], [true, false, true, false], [false, true, true, false]]
    let rows = halves.flatMap { [$0, $0.map { !$0 }] }
    let models = (0..<6).map { model in observation((0..<4).map { Double(model) + Double($0) / 10 }) }
    return Signals(
      models: models, population: (0..<6).map { observation([Double($0)]) }, labels: [0, 1, 0, 1],
      populationLabels: [1], subjects: [0, 1, 2, 3], membership: Membership(rows: rows))
  }()

  private static func observation(_ values: [Double]) -> Observation {
    Observation(confidence: values, logConfidence: values, phi: values)
  }

  @Test("holds neither the target nor its complement among the references", arguments: 0..<6)
  func references(target: Int) {
    let evidence = Self.signals.evidence(target: target, seed: 9)
    #expect(evidence.references.map(\.index) == (0..<6).filter { $0 / 2 != target / 2 })
    #expect(evidence.index == target && evidence.models == 6 && evidence.seed == 9 && evidence.records == 4)
    #expect(evidence.target == Self.signals.models[target])
    #expect(evidence.targetPopulation == Self.signals.population[target])
    for reference in evidence.references {
      #expect(reference.observation == Self.signals.models[reference.index])
      #expect(reference.membership == Array(Self.signals.membership.row(reference.index)))
    }
  }

  @Test("has as many references inside as outside for each record", arguments: 0..<6)
  func balance(target: Int) {
    let evidence = Self.signals.evidence(target: target, seed: 9)
    for record in 0..<4 { #expect(evidence.references.count { $0.trained(on: record) } == 2) }
  }

  /// Twelve models of 1,000 records, whose answers no sum of doubles adds alike in two orders.
  private static func random() -> Signals {
    var stream = Maths.Stream(seed: 3, stream: 0)
    let halves = (0..<6).map { _ in (0..<1000).map { _ in stream.below(2) == 0 } }
    let rows = halves.flatMap { [$0, $0.map { !$0 }] }
    return Signals(
      models: rows.map { _ in observation((0..<1000).map { _ in 20 * stream.uniform() - 10 }) },
      population: rows.map { _ in observation([0.5]) }, labels: [Int](repeating: 0, count: 1000),
      populationLabels: [0], subjects: Array(0..<1000), membership: Membership(rows: rows))
  }

  @Test("has of a pool's sums, to the bit, what the references alone give", arguments: [0, 5, 11])
  func sums(target: Int) throws {
    let signals = Self.random()
    let evidence = signals.evidence(target: target, seed: 9)
    let alone = Evidence(
      target: evidence.target, targetPopulation: evidence.targetPopulation, labels: evidence.labels,
      populationLabels: evidence.populationLabels, references: evidence.references.reversed(), index: target,
      models: evidence.models, seed: 9)
    #expect(try evidence.phiMoments() == alone.phiMoments())
    let all = signals.evidence(target: target, references: .all, seed: 9)
    #expect(all.references.count == 11)
    #expect(try all.phiMoments() != evidence.phiMoments())
    let swapped = signals.membership.swappingHalves(ofPair: target / 2)
    let lie = signals.replacing(membership: swapped).evidence(target: target, seed: 9)
    #expect(try lie.phiMoments() == evidence.phiMoments())
  }

  @Test("does not change when the halves of the target's pair change places")
  func blind() {
    let swapped = Self.signals.membership.swappingHalves(ofPair: 1)
    #expect(swapped.row(2).elementsEqual(Self.signals.membership.row(3)))
    let lie = Self.signals.replacing(membership: swapped).evidence(target: 2, seed: 9)
    let truth = Self.signals.evidence(target: 2, seed: 9)
    #expect(lie.references.map(\.membership) == truth.references.map(\.membership))
    #expect(lie.references.map(\.index) == truth.references.map(\.index))
  }
}
