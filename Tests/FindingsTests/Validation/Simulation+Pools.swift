import Findings
import Maths

extension Simulation {
  /// A made-up pool whose true area and rates are known in closed form.
  struct Setting: Sendable {
    let text: String
    var models = 8
    var subjects = 200
    var recordsPerSubject = 1
    var own = 0.5
    var gap = 0.0
    var spread = 0.0
    var pairSpread = 0.0
    var isClaimed = true

    func pool(_ seed: UInt64) -> SyntheticPool {
      SyntheticPool(
        models: models, subjects: subjects, recordsPerSubject: recordsPerSubject, own: own, gap: gap, spread: spread,
        pairSpread: pairSpread, seed: seed)
    }

    /// Scores of non-members, of any pool of the setting.
    var outside: Normal { Normal(mean: 0, deviation: (1 + own * own).squareRoot()) }
    /// Scores of members.
    var inside: Normal {
      Normal(mean: gap, deviation: (1 + own * own + spread * spread + pairSpread * pairSpread).squareRoot())
    }
    var auc: Double {
      let variance = outside.deviation * outside.deviation + inside.deviation * inside.deviation
      return Normal.standard.cumulative(gap / variance.squareRoot())
    }
    func tpr(_ limit: Double) -> Double { inside.survival(outside.deviation * Normal.standard.quantile(1 - limit)) }
  }

  /// The headline's intervals, one target's, and the verdict where nothing leaks.
  static func headline(_ setting: Setting) -> Simulation {
    var questions = [
      Question(text: "AUC, mean over targets", band: .coverage),
      Question(text: "TPR at 5 % FPR", band: .coverage), Question(text: "TPR at 10 % FPR", band: .coverage),
    ]
    // One target's interval is of that target; where pairs differ, so do their truths.
    if setting.pairSpread == 0 { questions.append(Question(text: "AUC of one target (DeLong)", band: .coverage)) }
    if setting.gap == 0, setting.pairSpread == 0 {
      questions.append(Question(text: "verdict: leak", band: .errorAtMost))
    }
    return Simulation(setting: setting.text, questions: questions, isClaimed: setting.isClaimed) { [questions] seed in
      let measured = setting.pool(seed).measured()
      let headline = measured.headline
      let target = measured.targets[0].auc
      let answers = [
        headline.auc.holds(setting.auc), headline.tpr[2].holds(setting.tpr(0.05)),
        headline.tpr[3].holds(setting.tpr(0.1)), target.holds(setting.auc), headline.verdict == .leak,
      ]
      return Array(answers.prefix(questions.count))
    }
  }

  /// Rates at thresholds from other models, against the truth at those thresholds.
  static func thresholds(_ setting: Setting) -> Simulation {
    let questions = [
      Question(text: "FPR' at a threshold from references (10 %)", band: .exact),
      Question(text: "TPR' at a threshold from references (10 %)", band: .exact),
      Question(text: "PPV' at prior 0.1", band: .exact),
    ]
    return Simulation(setting: setting.text, questions: questions) { seed in
      let pool = setting.pool(seed)
      let point = ReferenceThresholds.points(
        scores: pool.scores, membership: pool.membership, subjects: pool.subjects)[3]
      let thresholds = ReferenceThresholds.thresholds(
        scores: pool.scores, membership: pool.membership, limit: 0.1)
      let fpr = thresholds.reduce(0) { $0 + setting.outside.survival($1) } / Double(thresholds.count)
      let tpr = thresholds.reduce(0) { $0 + setting.inside.survival($1) } / Double(thresholds.count)
      let value = PredictiveValue.value(0.1, tpr, fpr)
      let ppv = point.ppv[1]
      return [point.fpr.holds(fpr), point.tpr.holds(tpr), ppv.low <= value && value <= ppv.high]
    }
  }
}

extension Estimate {
  func holds(_ truth: Double) -> Bool { low <= truth && truth <= high }
}

extension OperatingPoint {
  func holds(_ truth: Double) -> Bool { low <= truth && truth <= high }
}
