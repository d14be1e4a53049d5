public import Study

/// A lower bound on epsilon from one training with canaries.
public struct CanaryAudit: Codable, Equatable, Sendable {
  public var kind: CanaryKind
  /// M, each put in or left out by a recorded coin.
  public var canaries: Int
  /// How many were guessed about, as fixed beforehand.
  public var guesses: Int
  public var correct: Int
  @Exact public var delta: Double
  @Exact public var confidence: Double
  /// Epsilon is no smaller, at that confidence; 0 where nothing can be said.
  @Exact public var epsilon: Double

  public init(
    kind: CanaryKind, canaries: Int, guesses: Int, correct: Int, delta: Double, confidence: Double, epsilon: Double
  ) {
    self.kind = kind
    self.canaries = canaries
    self.guesses = guesses
    self.correct = correct
    self.delta = delta
    self.confidence = confidence
    self.epsilon = epsilon
  }

  /// The confidence of each bound.
  public static let standardConfidence = 0.95
  /// Where nothing is promised.
  public static let standardDelta = 1e-5

  /// Whether a promise cannot be what was kept.
  public func breaks(_ promise: PrivacyPromise) -> Bool {
    promise.ofRecord.delta < 1 && epsilon > promise.ofRecord.epsilon
  }
}
