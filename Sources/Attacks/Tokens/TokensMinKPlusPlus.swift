public import Study

/// Min-K %++: a text whose least likely words are still likelier than the model's other choices there is a member.
///
///     let scores = TokensMinKPlusPlus(k: 0.2).scores(evidence)  // N values, deviations
///
/// - Output: the mean over the lowest share `k` of the tokens, at least one, of (log-probability - mean) / deviation.
/// - Cost: O(tokens log tokens).
/// - Source: Zhang et al., "Min-K%++: Improved Baseline for Detecting Pre-Training Data from Large Language Models",
///   2024, arXiv:2404.02936.
public struct TokensMinKPlusPlus: TokenAttack {
  public static let name = "tokens-min-k-pp"
  public static let card = Card(
    title: "Min-K %++", summary: "Are the least likely words of the text likelier than the other choices there?",
    source: "Zhang et al. 2024, arXiv:2404.02936")
  public static let parameters = [Parameter("k", .number(0.001...1), "the share of tokens, the lowest first")]
  public static let needs = TokenNeeds.moments
  public static let standard = TokensMinKPlusPlus(k: 0.2)

  public let k: Double

  public init(k: Double) { self.k = k }

  public func scores(_ evidence: TokenEvidence) -> [Double] {
    guard let means = evidence.means, let deviations = evidence.deviations
    else { preconditionFailure("\(Self.name) needs means and deviations") }
    return evidence.logProbabilities.indices.map { record in
      let values = evidence.logProbabilities[record].indices.map { token in
        (evidence.logProbabilities[record][token] - means[record][token]) / deviations[record][token]
      }
      return values.meanOfLowest(k)
    }
  }
}
