public import Study

/// The noise attack: whose label withstands changes to the record, or is right although its neighbours' is not.
///
/// The distance to the nearest other answer stands in for the confidence that labels alone do not tell. It orders
/// records by how hard they are, as the loss attack does, and sees less: it is compared with correctness, the other
/// attack on labels alone. Near copies gain little on that (`share`). Far copies show how hard a record is to a model
/// that did not learn it by heart, as reference models do for other attacks: what is labelled rightly although they are
/// not is a member (`contrast`), which beats correctness clearly where models are overfitted.
///
///     let scores = try NoiseRobustness(score: .share).scores(evidence)  // N values
///
/// - Input: `evidence.target.copies` [N], made by ``Study/AlteredRecords``, and `isCorrect` [N].
/// - Output: `share`: the share of near copies that get the true label, 0 where the record itself does not, N values in
///   0...1. `contrast`: 1 where the record gets the true label, less the share of far copies that do, halved: N values
///   in -0.5...1.
/// - Errors: `missingSignal` where the model was not asked about copies.
/// - Cost: O(N); the model answers R more queries a record.
/// - Source: Choquette-Choo et al., "Label-Only Membership Inference Attacks", 2021, arXiv:2007.14321, section 4.3, for
///   `share`, with categories exchanged as truths are there. `contrast` is ours, after the calibration by difficulty of
///   Watson et al., 2022, arXiv:2111.08440.
public struct NoiseRobustness: Attack {
  public static let name = "noise-robustness"
  public static let card = Card(
    title: "Noise robustness",
    summary: "Does the target keep giving the true label when the record is altered?",
    source: "Choquette-Choo et al. 2021, arXiv:2007.14321")
  public static let needs = Needs(access: .labels, copies: true)
  public static let parameters: [Parameter] = [
    Parameter(
      "score", .word(Score.allCases.map(\.rawValue)),
      "share: near copies still labelled rightly; contrast: the record labelled rightly and far copies not")
  ]
  public static let standard = NoiseRobustness(score: .share)

  /// What is made of the copies' labels.
  public enum Score: String, Codable, CaseIterable, Sendable { case share, contrast }

  public let score: Score

  public init(score: Score) { self.score = score }

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    guard let copies = evidence.target.copies else { throw .missingSignal("answers about altered copies") }
    let right = evidence.target.isCorrect.map { $0 ? 1.0 : 0.0 }
    return switch score {
    case .share: zip(right, copies.near).map { $0 * $1 }
    // Half a share: a record that is labelled wrongly never stands above one that is not.
    case .contrast: zip(right, copies.far).map { $0 - $1 / 2 }
    }
  }
}
