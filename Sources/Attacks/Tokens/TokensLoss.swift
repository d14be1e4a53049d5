public import Study

/// The loss attack on texts: a text that the model finds likely is a member.
///
///     let scores = TokensLoss().scores(evidence)  // N values, nats a token, at most 0
///
/// - Output: the mean log-probability of the tokens, N values in nats.
/// - Cost: O(tokens).
/// - Source: Carlini et al., "Extracting Training Data from Large Language Models", 2021, arXiv:2012.07805, section 4.
public struct TokensLoss: TokenAttack {
  public static let name = "tokens-loss"
  public static let card = Card(
    title: "Loss of tokens", summary: "Does the model find the text likely?",
    source: "Carlini et al. 2021, arXiv:2012.07805")
  public static let needs = TokenNeeds.nothing
  public static let standard = TokensLoss()

  public init() {}

  public func scores(_ evidence: TokenEvidence) -> [Double] { evidence.logProbabilities.map(\.mean) }
}

extension [Double] {
  /// In the order of the array; NaN where it is empty.
  var mean: Double { reduce(0, +) / Double(count) }

  /// The mean of the lowest share of the values, at least one of them.
  func meanOfLowest(_ share: Double) -> Double {
    let kept = Swift.max(1, Int(Double(count) * share))
    return Array(sorted().prefix(kept)).mean
  }
}
