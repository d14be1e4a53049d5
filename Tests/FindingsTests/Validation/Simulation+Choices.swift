import Findings
import Maths
import Study

extension Simulation {
  /// Attacks of equal strength, of which the best is chosen and reported on exchanged halves; and all of them together.
  static func strongest(_ setting: Setting, attacks: Int) -> Simulation {
    // Each attack sees the pool's scores through noise of its own, so that all have one truth.
    let seen = setting.seen
    let questions = [
      Question(text: "AUC of the strongest of \(attacks)", band: .coverage),
      Question(text: "TPR at 10 % FPR of the strongest of \(attacks)", band: .coverage),
      Question(text: "FPR' of the union of \(attacks) above 10 %, shown at 2.5 %", band: .errorAtMost),
    ]
    return Simulation(setting: setting.text, questions: questions) { seed in
      let pool = setting.pool(seed)
      let entrants = (0..<attacks).map { index in
        StrongestAttack.Entrant(id: String(index), access: .labels, scores: pool.seen(by: index, seed: seed))
      }
      let result = StrongestAttack(
        entrants: entrants, membership: pool.membership, subjects: pool.subjects, replicates: 200, seed: seed
      ).results[0]
      return [
        result.auc.estimate.holds(seen.auc), result.tpr[3].estimate.holds(seen.tpr(0.1)),
        result.envelope[3].fpr.low > 0.1,
      ]
    }
  }

  /// Two attacks of equal strength on the same records.
  static func differences(_ setting: Setting) -> Simulation {
    let questions = [
      Question(text: "paired DeLong on one target, p < 0.05", band: .error),
      Question(text: "difference of two AUCs holds 0", band: .coverage),
      Question(text: "difference of two TPRs at 10 % FPR holds 0", band: .coverage),
    ]
    return Simulation(setting: setting.text, questions: questions) { seed in
      let pool = setting.pool(seed)
      let (one, other) = (pool.seen(by: 0, seed: seed), pool.seen(by: 1, seed: seed))
      let test = DeLongComparison(one[0], other[0], truths: Array(pool.membership.row(0)))
      let (left, right) = (pool.measured(one), pool.measured(other))
      let reach = [0, 4].map {
        ErrorLaw(paired: left.replicates[$0], right.replicates[$0])?.reach(level: 0.95) ?? -1
      }
      let area = right.headline.auc.value - left.headline.auc.value
      let rate = right.headline.tpr[3].value - left.headline.tpr[3].value
      return [test.p < 0.05, abs(area) <= reach[0], abs(rate) <= reach[1]]
    }
  }
}

extension Simulation.Setting {
  /// The setting through the noise of ``SyntheticPool/seen(by:seed:)``: the same own part, more noise.
  fileprivate var seen: Seen { Seen(setting: self) }

  fileprivate struct Seen: Sendable {
    let setting: Simulation.Setting
    var inside: Normal { Normal(mean: setting.gap, deviation: more(setting.inside.deviation)) }
    var outside: Normal { Normal(mean: 0, deviation: more(setting.outside.deviation)) }
    var auc: Double {
      let variance = outside.deviation * outside.deviation + inside.deviation * inside.deviation
      return Normal.standard.cumulative(setting.gap / variance.squareRoot())
    }
    func tpr(_ limit: Double) -> Double { inside.survival(outside.deviation * Normal.standard.quantile(1 - limit)) }
    private func more(_ deviation: Double) -> Double { (deviation * deviation + 1).squareRoot() }
  }
}

extension SyntheticPool {
  /// The scores with noise of deviation 1.
  fileprivate func seen(by index: Int, seed: UInt64) -> [[Double]] {
    var stream = Stream(seed: seed, stream: UInt64(100 + index))
    return scores.map { $0.map { $0 + Normal.standard.quantile(stream.uniform() + 0x1p-54) } }
  }
}
