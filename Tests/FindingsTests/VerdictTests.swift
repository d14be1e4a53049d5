import Findings
import Maths
import Study
import Testing

@Suite("Verdicts")
struct VerdictTests {
  @Test("a rate needs a subject and ten effective pairs")
  func resolution() {
    func resolved(models: Int, subjects: Int) -> [Bool] {
      SyntheticPool(models: models, subjects: subjects, own: 0, gap: 0, seed: 4).measured().headline.tpr.map(\.resolved)
    }
    // 8 x 600 pairs: 0.001 stands for one subject, but for 4.8 pairs.
    #expect(resolved(models: 8, subjects: 1200) == [false, true, true, true])
    // 4 x 40 pairs: 0.05 stands for 8 pairs.
    #expect(resolved(models: 4, subjects: 80) == [false, false, false, true])
    #expect(resolved(models: 2, subjects: 40) == [false, false, false, false])
  }

  @Test("where no rate is resolved there is no evidence, however high the area")
  func insufficient() {
    let headline = SyntheticPool(models: 2, subjects: 40, gap: 5, seed: 4).measured().headline
    #expect(headline.verdict == .insufficientEvidence && headline.smallestResolved == nil && headline.printed == nil)
    #expect(headline.auc.value > 0.95 && headline.designEffect >= 1)
  }

  @Test("a cell leaks where one attack does after Holm's correction")
  func cell() {
    func attack(_ p: Double, _ resolved: Double?, _ name: String = "loss") -> AttackResult {
      let verdict: Verdict = resolved == nil ? .insufficientEvidence : p < 0.05 ? .leak : .noLeakShown
      let headline = Headline(
        auc: Estimate(value: 0.6, low: 0.5, high: 0.7, method: .bootstrap), tpr: [], smallestResolved: resolved,
        designEffect: 1, pairs: 100, nonMemberSubjects: 100, p: p, verdict: verdict)
      return AttackResult(
        id: name, attack: name, parameters: [:], access: .probabilities, status: .done, reason: nil, targets: [],
        headline: headline, subjects: nil, null: nil)
    }
    #expect(CellResult.verdict(of: [attack(0.02, 0.1), attack(0.5, 0.1)]) == .leak)
    #expect(CellResult.verdict(of: [attack(0.03, 0.1), attack(0.5, 0.1)]) == .noLeakShown)
    #expect(CellResult.verdict(of: [attack(0.001, nil), attack(0.5, nil)]) == .insufficientEvidence)
    #expect(CellResult.verdict(of: []) == nil)
    var missing = attack(0.1, 0.1, "lira-online")
    missing.status = .unavailable
    missing.headline = nil
    let attacks = [attack(0.1, 0.1, "loss"), missing, attack(0.1, 0.1, "rmia-offline")]
    #expect(CellResult.headlineAttack(of: attacks, order: ["lira-online", "rmia-offline", "loss"]) == "rmia-offline")
    #expect(CellResult.headlineAttack(of: [missing], order: ["lira-online"]) == nil)
    #expect(CellResult.verdict(of: [missing]) == nil)
  }

  @Test("a null run passes on noise and fails where membership shows")
  func nullRun() {
    func line(gap: Double, seed: UInt64) -> NullResult {
      let pool = SyntheticPool(models: 16, subjects: 100, gap: gap, seed: seed)
      return NullResult(
        scores: pool.scores, membership: pool.membership, subjects: pool.subjects, draws: pool.draws(replicates: 100))
    }
    let noise = (0..<10).map { line(gap: 0, seed: $0) }
    #expect(noise.allSatisfy { $0.auc.low < $0.auc.value && $0.p > 0 && $0.p <= 1 })
    func check(_ lines: [NullResult]) -> Results.Check {
      Results.Check(name: "null-run", lines: lines.map { $0.line(cell: "a", attack: "loss") })
    }
    let passed = check(noise)
    #expect(passed.verdict == .passed && passed.lines == 10 && passed.name == "null-run" && passed.p >= 0.05)
    #expect(check(noise + [line(gap: 0.5, seed: 1)]).verdict == .failed)
    // Below 0.5 is no better: it hides risk.
    #expect(check(noise + [line(gap: -0.5, seed: 1)]).verdict == .failed)
    #expect(check([]).verdict == .notChecked)
  }
}
