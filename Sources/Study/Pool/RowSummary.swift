import Maths

/// What one model's whole rows of answers come to, for attacks that read more than the true label's probability.
///
/// Made once a model and only where an attack asks for it by ``Needs/wholeRows``: it takes C exponentials and 2 C
/// logarithms a record.
public struct RowSummary: Equatable, Sendable {
  /// 1 where the true label is the largest answer (of equal ones the first counts), else 0: N values.
  public let correctness: [Double]
  /// max_c p_c, N values in 0...1.
  public let largest: [Double]
  /// sum p ln p, minus the entropy: N values in nats, at most 0.
  public let negativeEntropy: [Double]
  /// (1 - p_y) ln p_y + sum over c != y of p_c ln(1 - p_c), minus the modified entropy: N values in nats, at most 0.
  public let negativeModifiedEntropy: [Double]
  /// The true label's answer minus the largest other one: N values, in nats for logits, else in -1...1.
  public let hinge: [Double]

  /// - Precondition: five arrays of one length.
  public init(
    correctness: [Double], largest: [Double], negativeEntropy: [Double], negativeModifiedEntropy: [Double],
    hinge: [Double]
  ) {
    precondition(
      [largest, negativeEntropy, negativeModifiedEntropy, hinge].allSatisfy { $0.count == correctness.count })
    self.correctness = correctness
    self.largest = largest
    self.negativeEntropy = negativeEntropy
    self.negativeModifiedEntropy = negativeModifiedEntropy
    self.hinge = hinge
  }

  /// The least argument of a logarithm.
  static let floor = 1e-30

  /// - Parameters:
  ///   - signal: N x C answers.
  ///   - labels: N labels in `0..<C`.
  public init(_ signal: Signal, labels: [Int]) {
    precondition(signal.values.rows == labels.count)
    let classes = signal.values.columns
    var rows = (0..<5).map { _ in [Double](repeating: 0, count: labels.count) }
    signal.values.elements.withUnsafeBufferPointer { values in
      var answers = [Double](repeating: 0, count: classes)
      for (row, label) in labels.enumerated() {
        for column in 0..<classes { answers[column] = Double(values[row * classes + column]) }
        var best = 0
        var other = -Double.infinity
        for column in 0..<classes {
          if answers[column] > answers[best] { best = column }
          if column != label { other = max(other, answers[column]) }
        }
        rows[0][row] = best == label ? 1 : 0
        rows[4][row] = classes > 1 ? answers[label] - other : 0
        if signal.kind == .logits { Self.soften(&answers, peak: answers[best]) }
        rows[1][row] = answers[best]
        (rows[2][row], rows[3][row]) = Self.entropies(answers, label: label)
      }
    }
    self.init(
      correctness: rows[0], largest: rows[1], negativeEntropy: rows[2], negativeModifiedEntropy: rows[3],
      hinge: rows[4])
  }

  private static func soften(_ answers: inout [Double], peak: Double) {
    var sum = 0.0
    for index in answers.indices {
      answers[index] = Elementary.exp(answers[index] - peak)
      sum += answers[index]
    }
    for index in answers.indices { answers[index] /= sum }
  }

  private static func entropies(_ p: [Double], label: Int) -> (plain: Double, modified: Double) {
    var plain = 0.0
    var modified = 0.0
    for index in p.indices {
      let log = Elementary.log(max(p[index], floor))
      plain += p[index] * log
      modified += index == label ? (1 - p[index]) * log : p[index] * Elementary.log(max(1 - p[index], floor))
    }
    return (plain, modified)
  }
}
