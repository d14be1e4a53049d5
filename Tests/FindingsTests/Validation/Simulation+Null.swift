import Attacks
import Findings
import Maths
import Study

extension Simulation {
  /// Real attacks on models that know nothing of who trained them: the null run of a report.
  static func null(models: Int, records: Int = 120) -> Simulation {
    let attacks: [any Attack] = [LiRAOnline.standard, RMIAOnline.standard, LiRAOffline.standard, Loss.standard]
    let questions =
      attacks.map { Question(text: "null run of \(type(of: $0).name), p < 0.05", band: .error) }
      + [Question(text: "null run of all, Holm", band: .errorAtMost)]
    return Simulation(setting: "noise, K = \(models), \(records) records", questions: questions) { seed in
      let pool = SyntheticPool(models: models, subjects: records, own: 1, gap: 0, seed: seed)
      let signals = signals(pool, seed: seed)
      let draws = pool.draws(seed: seed)
      let lines = attacks.map { attack in
        let scores = (0..<models).map { target in
          (try? attack.scores(signals.evidence(target: target, seed: seed))) ?? [Double](repeating: 0, count: records)
        }
        return NullResult(scores: scores, membership: pool.membership, subjects: pool.subjects, draws: draws)
      }
      let check = Results.Check(name: "null-run", lines: lines.map { $0.line(cell: "noise", attack: nil) })
      return lines.map { $0.p < 0.05 } + [check.verdict == .failed]
    }
  }

  private static func signals(_ pool: SyntheticPool, seed: UInt64) -> Signals {
    var stream = Stream(seed: seed, stream: 200)
    let outside = pool.scores.map { _ in (0..<50).map { _ in Normal.standard.quantile(stream.uniform() + 0x1p-54) } }
    return Signals(
      models: pool.scores.map(observation), population: outside.map(observation),
      labels: [Int](repeating: 0, count: pool.subjects.count), populationLabels: [Int](repeating: 0, count: 50),
      subjects: pool.subjects, membership: pool.membership)
  }

  private static func observation(_ phi: [Double]) -> Observation {
    let logConfidence = phi.map { -Elementary.log1p(Elementary.exp(-$0)) }
    return Observation(
      confidence: logConfidence.map { Elementary.exp($0) }, logConfidence: logConfidence, phi: phi)
  }
}
