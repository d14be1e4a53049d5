public import Study

/// The reference attack on texts: likelier than for a model that never saw the text.
///
///     let scores = TokensReference().scores(evidence)  // N values, nats a token
///
/// - Output: the mean log-probability of the tokens less that under the reference, N values in nats.
/// - Cost: O(tokens).
/// - Source: Carlini et al., "Extracting Training Data from Large Language Models", 2021, arXiv:2012.07805, section 5.
public struct TokensReference: TokenAttack {
  public static let name = "tokens-reference"
  public static let card = Card(
    title: "Loss against a reference", summary: "Does the model find the text likelier than a reference model does?",
    source: "Carlini et al. 2021, arXiv:2012.07805")
  public static let needs = TokenNeeds.reference
  public static let standard = TokensReference()

  public init() {}

  public func scores(_ evidence: TokenEvidence) -> [Double] {
    guard let reference = evidence.reference else { preconditionFailure("\(Self.name) needs a reference") }
    return zip(evidence.logProbabilities, reference).map { $0.mean - $1 }
  }
}
