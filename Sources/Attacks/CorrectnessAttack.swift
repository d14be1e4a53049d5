public import Study

/// The gap attack: who is labelled rightly is a member.
///
/// It has one threshold and hence one operating point, which lies on the loss attack's side of the curve at best: it is
/// not meant to beat the loss attack, but to say what an outsider with labels alone can tell.
///
///     let scores = try CorrectnessAttack().scores(evidence)  // N values, 0 or 1
///
/// - Input: `evidence.target.isCorrect` [N].
/// - Output: 1 where the true label is the largest answer, of equal ones the first, else 0.
/// - Cost: O(N).
/// - Source: Yeom et al., "Privacy Risk in Machine Learning", 2018, arXiv:1709.01604, section 3.
public struct CorrectnessAttack: Attack {
  public static let name = "correctness"
  public static let card = Card(
    title: "Correctness",
    summary: "Does the target give the true label?",
    source: "Yeom et al. 2018, arXiv:1709.01604")
  public static let needs = Needs(access: .labels)
  public static let standard = CorrectnessAttack()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    evidence.target.isCorrect.map { $0 ? 1 : 0 }
  }
}
