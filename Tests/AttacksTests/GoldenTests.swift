import Attacks
import Study
import Testing

/// Scores computed elsewhere, by other programs, from the same logits.
@Suite("Golden scores")
struct GoldenTests {
  static let close: [(String, any Attack)] = [
    ("loss", Loss()),
    ("lira_online_mean", LiRAOnline(variance: .perRecord, centre: .mean)),
    ("lira_online_median", LiRAOnline(variance: .perRecord, centre: .median)),
    ("lira_online_residual", LiRAOnline(variance: .residual, centre: .mean)),
    ("lira_offline_mean", LiRAOffline(variance: .perRecord, centre: .mean)),
    ("lira_offline_median", LiRAOffline(variance: .perRecord, centre: .median)),
    ("lira_offline_residual", LiRAOffline(variance: .residual, centre: .mean)),
    ("rmia_offline_tuned_ratio", RMIAOffline.standard),
    ("confidence", Confidence()),
    ("max_confidence", MaxConfidence()),
    ("entropy", Entropy()),
    ("modified_entropy", ModifiedEntropy()),
    ("logit", LogitMargin()),
    ("calibrated_loss", CalibratedLoss()),
    ("calibrated_confidence", CalibratedConfidence()),
    ("base_online", BASEOnline()),
    ("base_offline", BASEOffline()),
    ("lira_online_published", LiRAOnline(variance: .published, centre: .median)),
    ("lira_offline_published", LiRAOffline(variance: .published, centre: .median)),
  ]
  static let exact: [(String, any Attack)] = [
    ("attack_p", AttackP()),
    ("attack_p_class", AttackPByClass()),
    ("attack_r", AttackR()),
    ("rmia_online_gamma1", RMIAOnline(score: .share, gamma: 1)),
    ("rmia_online_gamma2", RMIAOnline(score: .share, gamma: 2)),
    ("rmia_offline_a0.3_gamma1", RMIAOffline(score: .share, gamma: 1, tuned: false, a: 0.3)),
    ("rmia_offline_a0.3_gamma2", RMIAOffline(score: .share, gamma: 2, tuned: false, a: 0.3)),
  ]
  let pool: GoldenPool

  init() throws { pool = try GoldenPool() }

  @Test("logarithms agree within 1e-9, relative", arguments: close)
  func logarithms(name: String, attack: any Attack) throws {
    for (target, expected) in zip(GoldenPool.targets, try GoldenPool.expected(name)) {
      let scores = try attack.scores(pool.signals.evidence(target: target, seed: 0))
      let worst = zip(scores, expected).map { abs($0 - $1) / max(abs($1), 1e-300) }.max()
      #expect(scores.count == expected.count)
      #expect(try #require(worst) < 1e-9, "target \(target)")
    }
  }

  @Test("shares agree exactly", arguments: exact)
  func shares(name: String, attack: any Attack) throws {
    for (target, expected) in zip(GoldenPool.targets, try GoldenPool.expected(name)) {
      #expect(try attack.scores(pool.signals.evidence(target: target, seed: 0)) == expected, "target \(target)")
    }
  }

  @Test("the published program cuts every record to the smallest number of references")
  func cut() throws {
    let expected = try GoldenPool.expected("lira_online_published_all")
    for (target, scores) in zip(GoldenPool.targets, expected) {
      let evidence = pool.keepingComplement(target: target)
      let found = try LiRAOnline(variance: .published, centre: .median).scores(evidence)
      let worst = zip(found, scores).map { abs($0 - $1) / max(abs($1), 1e-300) }.max()
      #expect(try #require(worst) < 1e-9, "target \(target)")
    }
  }

  @Test("a is tuned to what another program finds, for each of 16 targets")
  func tuning() throws {
    // The first 16 models, their logits divided by 4: as they are, 0 wins everywhere.
    let pool = try GoldenPool(models: 16, scale: 0.25)
    let best = [0.5, 0.5, 0.4, 0.5, 0.6, 0.5, 0.5, 0.5, 0.6, 0.6, 0.4, 0.6, 0.4, 0.7, 0.6, 0.5]
    for (target, a) in best.enumerated() {
      let evidence = pool.signals.evidence(target: target, seed: 0)
      let fixed = RMIAOffline(score: .ratio, gamma: 1, tuned: false, a: a)
      #expect(try RMIAOffline.standard.scores(evidence) == fixed.scores(evidence), "target \(target)")
    }
  }

  @Test("the ratio orders records as the share does", arguments: GoldenPool.targets)
  func order(target: Int) throws {
    let evidence = pool.signals.evidence(target: target, seed: 0)
    let share = try RMIAOnline(score: .share, gamma: 1).scores(evidence)
    let ratio = try RMIAOnline(score: .ratio, gamma: 1).scores(evidence)
    let ascending = ratio.indices.sorted { ratio[$0] < ratio[$1] }.map { share[$0] }
    #expect(zip(ascending, ascending.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(ratio).count > Set(share).count)
  }
}
