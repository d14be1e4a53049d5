public import Study

/// The confidence attack: a high probability of the true label means member.
///
/// It orders records as the loss attack does, since ln is rising, so it can beat that attack by nothing but ties: p_y
/// rounds to 1 where ln p_y still tells records apart.
///
///     let scores = try Confidence().scores(evidence)  // N values in 0...1
///
/// - Input: `evidence.target.confidence` [N].
/// - Output: p_y, N values in 0...1.
/// - Cost: O(N).
/// - Source: Song and Mittal, "Systematic Evaluation of Privacy Risks of Machine Learning Models", 2021,
///   arXiv:2003.10595, section 3.
public struct Confidence: Attack {
  public static let name = "confidence"
  public static let card = Card(
    title: "Confidence",
    summary: "How probable does the target hold the true label?",
    source: "Song and Mittal 2021, arXiv:2003.10595")
  public static let needs = Needs(access: .probabilities, part: .own)
  public static let standard = Confidence()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    evidence.target.confidence
  }
}
