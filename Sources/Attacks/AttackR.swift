import Maths
public import Study

/// The reference attack: a record of which the target is surer than models that never saw it is a member.
///
/// Beats the loss attack in AUC where records differ in difficulty, but its scores are steps of 1 over the number of
/// outside references, so many records tie at the top and low rates of false positives are out of its reach.
///
///     let scores = try AttackR().scores(evidence)  // N shares in 0...1
///
/// - Input: `evidence.target.confidence` [N] and the references' [R x N]; one or more outside references a record.
/// - Output: the share of outside references with strictly lower p_y, N values in 0...1.
/// - Cost: O(R N).
/// - Source: Ye et al., "Enhanced Membership Inference Attacks against Machine Learning Models", 2022,
///   arXiv:2111.09679, section 4.3.
public struct AttackR: Attack {
  public static let name = "attack-r"
  public static let card = Card(
    title: "Attack-R",
    summary: "Is the target surer of the record than models that never saw it?",
    source: "Ye et al. 2022, arXiv:2111.09679")
  public static let needs = Needs(access: .probabilities, references: .outside, leastModels: 4)
  public static let standard = AttackR()

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let target = try evidence.target.confidence.allFinite()
    let isBelow = try evidence.references.map { reference throws(AttackError) in
      zip(try reference.observation.confidence.allFinite(), target).map { $0 < $1 ? 1.0 : 0.0 }
    }
    let sums = ExactSums(
      records: evidence.records, values: isBelow, trained: evidence.references.map(\.membership), inside: false)
    if let record = sums.counts.firstIndex(of: 0) {
      throw .tooFewReferences(record: record, found: 0, needed: ReferenceMeans.needed)
    }
    return sums.means
  }
}
