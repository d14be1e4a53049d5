import Findings
import Study

/// One replicate of the clustered bootstrap of AUC and TPR: pooled, and for each of the 64 targets.
///
/// What all replicates share, sorting above all, is made once: the time of few replicates is taken from that of many.
enum BootstrapRow: Row {
  static let name = "bootstrap"
  private static let few = 20
  private static let many = 120

  static func timings() throws -> [Timing] {
    let signals = MadePool().signals
    let scores = signals.models.map(\.phi)
    let times = [few, many].map { replicates in
      let draws = BootstrapDraws(
        models: MadePool.models, subjects: MadePool.records, replicates: replicates, seed: 1)
      return Stopwatch.time("", runs: 3) {
        _ = AttackMeasurement(
          scores: scores, membership: signals.membership, subjects: signals.subjects, aggregation: .mean,
          draws: draws)
      }
    }
    let count = Double(many - few)
    return [
      Timing(
        work: "one bootstrap replicate, 64 targets", cpu: (times[1].cpu - times[0].cpu) / count,
        wall: (times[1].wall - times[0].wall) / count, runs: 3)
    ]
  }
}
