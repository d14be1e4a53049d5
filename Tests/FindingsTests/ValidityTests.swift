import Findings
import Maths
import Study
import Testing

@Suite("Checks of the test itself")
struct ValidityTests {
  private static func normal(_ stream: inout Stream) -> Double {
    Normal.standard.quantile(stream.uniform() + 0x1p-54)
  }

  private func estimate(_ value: Double, _ half: Double) -> Estimate {
    Estimate(value: value, low: value - half, high: value + half, method: .bootstrap)
  }

  private func cell(
    _ id: String, auc: Double = 0.6, half: Double = 0.02, null: Double? = nil, independent: Double? = nil,
    resolved: Double? = 0.01
  ) -> CellResult {
    func headline(_ auc: Double) -> Headline {
      Headline(
        auc: estimate(auc, half), tpr: [], smallestResolved: resolved, designEffect: 1, pairs: 100,
        nonMemberSubjects: 100, p: 0.01, verdict: .leak)
    }
    let attack = AttackResult(
      id: "loss", attack: "loss", parameters: [:], access: .probabilities, status: .done, reason: nil, targets: [],
      headline: headline(auc), subjects: nil, independent: independent.map(headline),
      null: null.map { NullResult(auc: estimate($0, half), p: abs($0 - 0.5) > half ? 0.0001 : 0.6) })
    return CellResult(
      id: id, dataset: "d", model: "m", defence: "none", parameters: CellParameters(model: [:], defence: [:]),
      status: .done, reason: nil, models: 8, records: 100, population: 10, utility: nil, attacks: [attack],
      headlineAttack: "loss", verdict: .leak, work: 1)
  }

  private func results(_ cells: [CellResult], fidelity: [CheckFigure] = [], matched: [CheckFigure] = []) -> Results {
    Results(
      kind: .run, name: "t", date: nil, seed: 1, report: .init(title: nil, client: nil),
      pool: .init(models: 8, independent: 0, replicates: 400), datasets: [], cells: cells,
      checks: Validity.checks(of: cells, fidelity: fidelity, matched: matched)
    ).heldToChecks
  }

  @Test("stand in one order, and what has nothing to test is not checked")
  func order() {
    let checks = results([cell("a", null: 0.5)]).checks
    #expect(
      checks.map(\.name)
        == ["null-run", "sign", "shadow-fidelity", "independent-targets", "matched-non-members", "resolution"])
    #expect(
      checks.map(\.verdict) == [.passed, .passed, .notChecked, .notChecked, .notChecked, .passed])
    #expect(checks[2].p.isNaN && checks[2].lines == 0 && checks[2].figures.isEmpty)
    #expect(Validity.checks(of: [], fidelity: [], matched: []).allSatisfy { $0.verdict == .notChecked })
  }

  @Test("turn the verdict of the cell that failed, and of no other, into insufficient evidence")
  func holding() {
    let held = results([cell("a", null: 0.5), cell("b", null: 0.7), cell("c", null: 0.51)])
    #expect(held.cells.map(\.verdict) == [.leak, .insufficientEvidence, .leak])
    #expect(held.cells.map(\.failedChecks) == [[], ["null-run"], []])
    #expect(held.checks[0].failedCells == ["b"] && held.checks[0].figures.count == 3)
    #expect(held.heldToChecks == held)
    var skipped = cell("s")
    skipped.verdict = nil
    #expect(results([skipped]).cells[0].verdict == nil)
  }

  @Test("find an attack turned round, but not one that found nothing")
  func sign() {
    let turned = results([cell("a"), cell("b", auc: 0.4), cell("c", auc: 0.49)])
    #expect(turned.checks[1].verdict == .failed && turned.checks[1].failedCells == ["b"])
    // One line in twenty lies below 0.5 by chance alone: twenty such lines are no evidence.
    let chance = results((0..<20).map { cell("\($0)", auc: 0.4799) })
    #expect(chance.checks[1].verdict == .passed && chance.checks[1].lines == 20)
  }

  @Test("find targets outside the pool that differ from those within")
  func independent() {
    let check = results([cell("a", independent: 0.605), cell("b", independent: 0.7)]).checks[3]
    #expect(check.failedCells == ["b"] && check.figures[1].quantity == .aucDifference)
    #expect(abs(check.figures[1].value - 0.1) < 1e-12 && check.figures[1].low > 0)
  }

  @Test("name the cell in which no rate is resolved")
  func resolution() {
    let check = results([cell("a"), cell("b", resolved: nil)]).checks[5]
    #expect(check.verdict == .failed && check.failedCells == ["b"] && check.p.isNaN)
    #expect(check.figures[0].value == 0.01 && check.figures[1].value.isNaN)
  }

  /// Models that answer alike but for noise, of which some are much surer of all they say.
  private func profiles(surer: Set<Int>, models: Int = 16, seed: UInt64 = 3) -> ShadowFidelity {
    var stream = Stream(seed: seed, stream: 0)
    let pool = SyntheticPool(models: models, subjects: 200, gap: 0, seed: seed)
    let confidence = (0..<models).map { model in
      (0..<200).map { record -> Double in
        let isMember = pool.membership.contains(model: model, record: record)
        let level = (isMember ? 0.75 : 0.6) + (surer.contains(model) ? 0.2 : 0) + 0.1 * Self.normal(&stream)
        return min(1, max(0, level))
      }
    }
    let right = confidence.map { $0.map { $0 > 0.5 } }
    return ShadowFidelity(right: right, confidence: confidence, membership: pool.membership)
  }

  @Test("acquit references made like the target and accuse a bad shadow")
  func fidelity() throws {
    for seed in 0..<20 as Range<UInt64> {
      #expect(try #require(profiles(surer: [], seed: seed).line(ofPool: "a")).p > 0.05)
    }
    let odd = profiles(surer: [0])
    let line = try #require(odd.line(cell: "a", targets: 0..<1) { _ in Array(2..<16) })
    #expect(line.p < 1e-4 && line.value > line.high)
    #expect(results([cell("a")], fidelity: [line]).cells[0].failedChecks == ["shadow-fidelity"])
    #expect(odd.line(cell: "a", targets: 0..<1) { _ in [2] } == nil)
    #expect(profiles(surer: [], models: 2).line(ofPool: "a") == nil)
  }

  /// Two numbers and a level of 400 records; members shifted in mean or in spread.
  private func matched(shift: Double, spread: Double = 1, seed: UInt64) -> MatchedNonMembers? {
    var stream = Stream(seed: seed, stream: 1)
    let members = (0..<400).map { _ in stream.below(2) == 1 }
    let elements = members.flatMap { isMember -> [Float] in
      let scale = isMember ? spread : 1
      return [
        Float(scale * Self.normal(&stream) + (isMember ? shift : 0)), Float(Self.normal(&stream)),
        Float(stream.below(2)), 7,
      ]
    }
    return MatchedNonMembers(
      features: Matrix(rows: 400, columns: 4, elements: elements), members: members,
      subjects: Array(0..<400), seed: seed)
  }

  @Test("find groups that differ in mean or in spread, and seldom those drawn by lot")
  func matchedNonMembers() throws {
    let byLot = (0..<100 as Range<UInt64>).compactMap { matched(shift: 0, seed: $0) }
    #expect(byLot.count == 100 && byLot.count { $0.p < 0.05 } <= 8)
    #expect(byLot.allSatisfy { $0.auc.low < $0.auc.value && $0.auc.value < $0.auc.high })
    let shifted = try #require(matched(shift: 0.7, seed: 1))
    let wider = try #require(matched(shift: 0, spread: 2, seed: 1))
    #expect(shifted.auc.low > 0.5 && shifted.p < 0.001 && wider.auc.low > 0.5 && wider.p < 0.001)
    #expect(shifted == matched(shift: 0.7, seed: 1))
    let check = results([cell("a")], matched: [shifted.line(cell: "a")])
    #expect(check.cells[0].failedChecks == ["matched-non-members"])
    let few = MatchedNonMembers(
      features: Matrix(rows: 4, columns: 1), members: [true, true, false, false], subjects: [0, 1, 2, 3], seed: 1)
    #expect(few == nil)
  }

  @Test("seldom find anything in few records of many numbers that were dealt out by lot")
  func fewRecords() {
    let p = (0..<200 as Range<UInt64>).compactMap { seed -> Double? in
      var stream = Stream(seed: seed, stream: 2)
      let elements = (0..<50 * 12).map { _ in Float(Self.normal(&stream)) }
      let members = stream.shuffled((0..<50).map { $0 < 25 })
      return MatchedNonMembers(
        features: Matrix(rows: 50, columns: 12, elements: elements), members: members, subjects: Array(0..<50),
        seed: seed)?.p
    }
    // DeLong's variance alone accuses 17 of 200.
    #expect(p.count == 200 && p.count { $0 < 0.05 } <= 10, "\(p.count { $0 < 0.05 })")
  }

  @Test("score no subject by what its own records taught")
  func subjectsKeptTogether() throws {
    // Each subject's records share a value that no other has; members were drawn by lot.
    var stream = Stream(seed: 5, stream: 0)
    let sides = (0..<100).map { _ in stream.below(2) == 1 }
    let values = (0..<100).map { _ in Self.normal(&stream) }
    let subjects = (0..<1000).map { $0 / 10 }
    let matched = try #require(
      MatchedNonMembers(
        features: Matrix(rows: 1000, columns: 1, elements: subjects.map { Float(values[$0]) }),
        members: subjects.map { sides[$0] }, subjects: subjects, seed: 2))
    #expect(matched.auc.method == .delongClustered && matched.p > 0.05)
  }
}
