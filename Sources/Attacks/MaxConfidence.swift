public import Study

/// The maximum-confidence attack: a high probability of whatever label means member.
///
/// It does not know the label, so it should not beat the loss attack: a record that is surely mislabelled looks like a
/// member to it.
///
///     let scores = try MaxConfidence().scores(evidence)  // N values in 0...1
///
/// - Input: `evidence.target.maxConfidence` [N].
/// - Output: max_c p_c, N values in 0...1.
/// - Cost: O(N).
/// - Source: Salem et al., "ML-Leaks", 2019, arXiv:1806.01246, section 5.
public struct MaxConfidence: Attack {
  public static let name = "max-confidence"
  public static let card = Card(
    title: "Maximum confidence",
    summary: "Is the target sure of any label?",
    source: "Salem et al. 2019, arXiv:1806.01246")
  public static let needs = Needs(access: .probabilities, part: .best)
  public static let standard = MaxConfidence()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    evidence.target.maxConfidence
  }
}
