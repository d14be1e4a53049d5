import Attacks
import Study

/// LiRA, each model of a pool in turn the target: from signals to checked scores, as a run does it.
enum LiRARow: Row {
  static let name = "lira"

  static func timings() throws -> [Timing] {
    let made = MadePool().signals
    let perRecord = LiRAOnline(variance: .perRecord, centre: .mean)
    let residual = LiRAOnline(variance: .residual, centre: .mean)
    let offline = LiRAOffline(variance: .perRecord, centre: .mean)
    return [
      try time("lira-online, per record, 64 targets", perRecord, made),
      try time("lira-online, residual, 64 targets", residual, made),
      try time("lira-offline, per record, 64 targets", offline, made),
    ]
  }

  private static func time(_ work: String, _ attack: any Attack, _ made: Signals) throws -> Timing {
    try Stopwatch.time(work, runs: 7) {
      // Sums are made once for a pool: a fresh one, so that they are counted.
      let signals = made.replacing(membership: made.membership)
      for target in signals.models.indices {
        _ = try attack.checkedScores(signals.evidence(target: target, seed: 0))
      }
    }
  }
}
