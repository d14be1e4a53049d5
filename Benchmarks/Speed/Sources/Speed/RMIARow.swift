import Attacks
import Study

/// RMIA offline, one target, a population of 2,000; a as its peers have it.
enum RMIARow: Row {
  static let name = "rmia"

  static func timings() throws -> [Timing] {
    let signals = MadePool().signals
    let share = RMIAOffline(score: .share, gamma: 1, tuned: false, a: 0.3)
    let ratio = RMIAOffline(score: .ratio, gamma: 1, tuned: false, a: 0.3)
    return [
      try time("rmia-offline, share, one target", share, signals),
      try time("rmia-offline, ratio, one target", ratio, signals),
      try time("rmia-offline, ratio, a tuned, one target", RMIAOffline.standard, signals),
    ]
  }

  private static func time(_ work: String, _ attack: any Attack, _ signals: Signals) throws -> Timing {
    try Stopwatch.time(work, runs: 25) { _ = try attack.checkedScores(signals.evidence(target: 0, seed: 0)) }
  }
}
