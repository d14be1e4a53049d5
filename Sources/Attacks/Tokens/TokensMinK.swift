public import Study

/// Min-K %: a text without surprising words is a member.
///
///     let scores = TokensMinK(k: 0.2).scores(evidence)  // N values, nats a token, at most 0
///
/// - Output: the mean log-probability of the least likely share `k` of the tokens, at least one of them; N values in nats.
/// - Cost: O(tokens log tokens).
/// - Source: Shi et al., "Detecting Pretraining Data from Large Language Models", 2024, arXiv:2310.16789. Their code
///   takes none of a text's tokens where k times their number is below 1.
public struct TokensMinK: TokenAttack {
  public static let name = "tokens-min-k"
  public static let card = Card(
    title: "Min-K %", summary: "Are even the least likely words of the text likely?",
    source: "Shi et al. 2024, arXiv:2310.16789")
  public static let parameters = [Parameter("k", .number(0.001...1), "the share of tokens, the least likely first")]
  public static let needs = TokenNeeds.nothing
  public static let standard = TokensMinK(k: 0.2)

  public let k: Double

  public init(k: Double) { self.k = k }

  public func scores(_ evidence: TokenEvidence) -> [Double] {
    evidence.logProbabilities.map { $0.meanOfLowest(k) }
  }
}
