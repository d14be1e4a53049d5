public import Study

/// The zlib attack: likely for the model, though not because the text is repetitive.
///
///     let scores = TokensZlib().scores(evidence)  // N values, nats a token and byte, at most 0
///
/// - Output: the mean log-probability of the tokens over the bytes of the packed text, N values.
/// - Cost: O(tokens).
/// - Source: Carlini et al., "Extracting Training Data from Large Language Models", 2021, arXiv:2012.07805, section 5.
public struct TokensZlib: TokenAttack {
  public static let name = "tokens-zlib"
  public static let card = Card(
    title: "Loss against zlib", summary: "Is the text likely for the model beyond being repetitive?",
    source: "Carlini et al. 2021, arXiv:2012.07805")
  public static let needs = TokenNeeds.nothing
  public static let standard = TokensZlib()

  public init() {}

  public func scores(_ evidence: TokenEvidence) -> [Double] {
    zip(evidence.logProbabilities, evidence.packedBytes).map { $0.mean / Double($1) }
  }
}
