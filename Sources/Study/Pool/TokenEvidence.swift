/// What a language model says about N texts: all that a token attack may use.
public struct TokenEvidence: Sendable {
  /// N texts of one token or more: the log-probability of each token, in nats.
  public let logProbabilities: [[Double]]
  /// For each token the mean log-probability of the vocabulary under the model's own distribution; nil where not told.
  public let means: [[Double]]?
  /// For each token its standard deviation, above 0; nil where not told.
  public let deviations: [[Double]]?
  /// Bytes of each text packed by zlib.
  public let packedBytes: [Int]
  /// The mean log-probability of each text under a reference model; nil where there is none.
  public let reference: [Double]?

  /// - Precondition: arrays of one length, and rows of the lengths of `logProbabilities`.
  public init(
    logProbabilities: [[Double]], means: [[Double]]?, deviations: [[Double]]?, packedBytes: [Int], reference: [Double]?
  ) {
    precondition(packedBytes.count == logProbabilities.count && logProbabilities.allSatisfy { !$0.isEmpty })
    precondition(
      [means, deviations].allSatisfy { $0.map { $0.map(\.count) == logProbabilities.map(\.count) } ?? true })
    precondition(reference.map { $0.count == logProbabilities.count } ?? true)
    self.logProbabilities = logProbabilities
    self.means = means
    self.deviations = deviations
    self.packedBytes = packedBytes
    self.reference = reference
  }

  /// N.
  public var records: Int { logProbabilities.count }
}
