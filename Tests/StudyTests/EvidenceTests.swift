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
