/// A membership-inference attack on a language model: a pure function of its tokens' log-probabilities.
public protocol TokenAttack: Entry {
  /// What it needs beyond log-probabilities.
  static var needs: TokenNeeds { get }

  /// Scores every text.
  ///
  /// - Precondition: the evidence holds what the attack needs.
  /// - Returns: N scores, finite; higher means likelier a member.
  func scores(_ evidence: TokenEvidence) -> [Double]
}

/// What a token attack needs beyond the log-probabilities of the tokens.
public enum TokenNeeds: Equatable, Sendable {
  case nothing
  /// Mean and deviation of the log-probability at each token.
  case moments
  /// A reference model's log-probabilities of the same texts.
  case reference
}
