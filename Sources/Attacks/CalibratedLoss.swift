public import Study

/// The loss attack, with each record's difficulty taken off.
///
/// Beats the loss attack where records differ in difficulty and references are seldom surely wrong, as with forests.
/// The mean of ln p_y follows the worst reference, so with few networks that are sure of their errors it gains nothing;
/// ``CalibratedConfidence`` does there.
///
///     let scores = try CalibratedLoss().scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.logConfidence` [N] and the references' [R x N]; one or more outside references a record.
/// - Output: ln p_y minus its mean over the outside references, N values in nats.
/// - Cost: O(R N).
/// - Source: Watson et al., "On the Importance of Difficulty Calibration in Membership Inference Attacks", 2022,
///   arXiv:2111.08440, section 4.
public struct CalibratedLoss: Attack {
  public static let name = "calibrated-loss"
  public static let card = Card(
    title: "Calibrated loss",
    summary: "Is the loss lower than for models that never saw the record?",
    source: "Watson et al. 2022, arXiv:2111.08440")
  public static let needs = Needs(access: .probabilities, references: .outside, leastModels: 4)
  public static let standard = CalibratedLoss()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let means = ReferenceMeans(evidence.references, records: evidence.records)
    let difficulty = try means.records(trained: false) { $0.logConfidence }
    return zip(evidence.target.logConfidence, difficulty).map { $0 - $1 }
  }
}
