import Maths

/// What one model says about some records, in the forms that attacks use.
public struct Observation: Equatable, Sendable {
  /// p_y, the probability of the true label: N values in 0...1.
  public let confidence: [Double]
  /// ln p_y, N values in nats, floored at ln 1e-45; exact for logits.
  public let logConfidence: [Double]
  /// phi = ln(p_y / (1 - p_y)), N values in nats.
  ///
  /// Exact from logits; with a resolution h, the logit of p_y kept within h...1 - h; only for exact probabilities
  /// ln(p_y + 1e-45) - ln(sum of the others + 1e-45).
  public let phi: [Double]
  /// max p, the probability of the likeliest label: N values in 0...1.
  public let maxConfidence: [Double]
  /// sum p ln p, minus Shannon's entropy: N values in nats, at most 0; ln is floored at ln 1e-30.
  public let entropy: [Double]
  /// (1 - p_y) ln p_y + sum over the others of p ln(1 - p): N values in nats, at most 0; ln is floored at ln 1e-30.
  ///
  /// - Source: minus equation 8 of Song and Mittal, 2021, arXiv:2003.10595.
  public let modifiedEntropy: [Double]
  /// The true label's logit minus the largest other one, N values in nats; ln p stands for logits where none are told.
  public let hinge: [Double]
  /// Whether the true label is the likeliest: N truths; of equal ones the first counts.
  public let isCorrect: [Bool]
  /// How often altered copies of a record get its true label; nil unless an attack asks.
  public let copies: CopyShares?
  /// The first record of which ``confidence``, ``logConfidence`` or ``phi`` is no finite number, sought once for all
  /// attacks; nil where all are.
  let firstNotFinite: Int?

  /// What is left out is what a model of two classes would have said: p_y and 1 - p_y.
  ///
  /// - Precondition: each array has N values.
  public init(
    confidence: [Double], logConfidence: [Double], phi: [Double], maxConfidence: [Double]? = nil,
    entropy: [Double]? = nil, modifiedEntropy: [Double]? = nil, hinge: [Double]? = nil, isCorrect: [Bool]? = nil,
    copies: CopyShares? = nil
  ) {
    let ofTwo = confidence.map { WholeRow(probabilities: [$0, 1 - $0], label: 0, resolution: 0) }
    self.confidence = confidence
    self.logConfidence = logConfidence
    self.phi = phi
    self.maxConfidence = maxConfidence ?? ofTwo.map(\.maxConfidence)
    self.entropy = entropy ?? ofTwo.map(\.entropy)
    self.modifiedEntropy = modifiedEntropy ?? ofTwo.map(\.modifiedEntropy)
    self.hinge = hinge ?? phi
    self.isCorrect = isCorrect ?? ofTwo.map(\.isCorrect)
    self.copies = copies
    firstNotFinite = Self.firstNotFinite(confidence, logConfidence, phi)
    let arrays = [logConfidence, phi, self.maxConfidence, self.entropy, self.modifiedEntropy, self.hinge]
    precondition(arrays.allSatisfy { $0.count == confidence.count } && self.isCorrect.count == confidence.count)
    precondition(copies.map { $0.near.count == confidence.count } ?? true)
  }

  /// - Parameters:
  ///   - signal: N x C answers.
  ///   - labels: N labels in `0..<C`.
  ///   - copies: Of the same N records.
  public init(_ signal: Signal, labels: [Int], copies: CopyShares? = nil) {
    precondition(signal.values.rows == labels.count)
    let classes = signal.values.columns
    let rows = signal.values.elements.withUnsafeBufferPointer { values in
      labels.enumerated().map { row, label in
        let answers = UnsafeBufferPointer(rebasing: values[row * classes..<(row + 1) * classes])
        return signal.kind == .logits
          ? WholeRow(logits: answers, label: label)
          : WholeRow(probabilities: answers, label: label, resolution: signal.resolution)
      }
    }
    confidence = rows.map(\.confidence)
    logConfidence = rows.map(\.logConfidence)
    phi = rows.map(\.phi)
    maxConfidence = rows.map(\.maxConfidence)
    entropy = rows.map(\.entropy)
    modifiedEntropy = rows.map(\.modifiedEntropy)
    hinge = rows.map(\.hinge)
    isCorrect = rows.map(\.isCorrect)
    self.copies = copies
    firstNotFinite = Self.firstNotFinite(confidence, logConfidence, phi)
  }

  private static func firstNotFinite(_ arrays: [Double]...) -> Int? {
    for values in arrays {
      if let record = values.firstNotFinite { return record }
    }
    return nil
  }
}
