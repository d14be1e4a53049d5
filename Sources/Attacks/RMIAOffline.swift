public import Study

/// The relative attack with references that did not train on the record.
///
/// As ``RMIAOnline``, but what models in general would say is guessed from the outside references alone: models that
/// trained on the record are taken to say a * mean outside + (1 - a).
///
///     let scores = try RMIAOffline.standard.scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.confidence` [N], `targetPopulation.confidence` [Z] and the references' [R x N] and
///   [R x Z]; one or more outside references a record; with `tuned` also the mock target among the references.
/// - Output: as ``RMIAOnline``, with p(x) = (1 + a) / 2 * mean outside + (1 - a) / 2, and likewise p(z) from the mean
///   over all references.
/// - Cost: O(R (N + Z) + (N + Z) log Z); tuning adds as much again and 11 sorts of N.
/// - Source: Zarifzadeh et al., "Low-Cost High-Power Membership Inference Attacks", 2024, arXiv:2312.03262, section 3
///   and its appendix on the offline constant; `OfflineTuning` says how `a` is found.
public struct RMIAOffline: Attack {
  public static let name = "rmia-offline"
  public static let card = Card(
    title: "RMIA, offline",
    summary: "Is the target surer than models that never saw the record, more so than for records known to be outside?",
    source: "Zarifzadeh et al. 2024, arXiv:2312.03262")
  public static let needs = Needs(access: .probabilities, references: .outside, population: true, leastModels: 6)
  public static let parameters: [Parameter] =
    .relative + [
      Parameter("tuned", .flag, "whether a is found on a reference that plays the target; it takes the place of a"),
      Parameter(
        "a", .number(0...1),
        "models that saw a record are taken to say a * the outside mean + 1 - a; used where it is not tuned"),
    ]
  public static let standard = RMIAOffline(score: .ratio, gamma: 1, tuned: true, a: OfflineTuning.usual)

  public let score: RatioScore
  /// How many times a record's ratio must exceed a population record's; 1 or more in the paper.
  ///
  /// Only the share depends on it.
  public let gamma: Double
  /// Whether `a` is found by ``OfflineTuning`` on each target's own references.
  public let tuned: Bool
  /// In 0...1: at 1 training on a record changes nothing, at 0 it makes a model sure.
  ///
  /// Used where ``tuned`` is false.
  public let a: Double

  public init(score: RatioScore, gamma: Double, tuned: Bool, a: Double) {
    self.score = score
    self.gamma = gamma
    self.tuned = tuned
    self.a = a
  }

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let a = tuned ? try OfflineTuning(evidence).best : a
    let means = ReferenceMeans(evidence.references, records: evidence.records)
    let records = Self.expected(try means.records(trained: false), a: a)
    let population = Self.expected(try means.population(), a: a)
    return try RatioRanking(score: score, gamma: gamma).scores(
      records: RatioRanking.ratios(evidence.target.confidence, over: records),
      population: RatioRanking.ratios(evidence.targetPopulation.confidence, over: population))
  }

  /// p, the mean of the outside mean and of what `a` makes of it for models inside.
  static func expected(_ outside: [Double], a: Double) -> [Double] {
    outside.map { (1 + a) / 2 * $0 + (1 - a) / 2 }
  }
}
