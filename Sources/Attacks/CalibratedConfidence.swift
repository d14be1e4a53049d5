public import Study

/// The confidence attack, with each record's difficulty taken off.
///
/// Beats the loss attack where records differ in difficulty.
///
///     let scores = try CalibratedConfidence().scores(evidence)  // N values in -1...1
///
/// - Input: `evidence.target.confidence` [N] and the references' [R x N]; one or more outside references a record.
/// - Output: p_y minus its mean over the outside references, N values in -1...1.
/// - Cost: O(R N).
/// - Source: Watson et al., "On the Importance of Difficulty Calibration in Membership Inference Attacks", 2022,
///   arXiv:2111.08440, section 4.
public struct CalibratedConfidence: Attack {
  public static let name = "calibrated-confidence"
  public static let card = Card(
    title: "Calibrated confidence",
    summary: "Is the confidence higher than for models that never saw the record?",
    source: "Watson et al. 2022, arXiv:2111.08440")
  public static let needs = Needs(access: .probabilities, references: .outside, leastModels: 4)
  public static let standard = CalibratedConfidence()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let means = ReferenceMeans(evidence.references, records: evidence.records)
    let difficulty = try means.records(trained: false)
    return zip(evidence.target.confidence, difficulty).map { $0 - $1 }
  }
}
