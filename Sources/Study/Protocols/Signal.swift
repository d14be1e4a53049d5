public import Maths

/// What one model says about every record: N x C numbers, what they are, and how finely they are told.
public struct Signal: Equatable, Sendable {
  public enum Kind: String, Codable, Sendable {
    /// Unnormalised, in nats.
    case logits
    /// In 0...1, summing to 1 up to rounding.
    case probabilities
    /// Shares of votes, in 0...1.
    case votes
  }

  public let kind: Kind
  /// h: no probability nearer than this to 0 or 1 can be told from 0 or 1.
  ///
  /// In 0...0.5; 0 for logits.
  public let resolution: Double
  /// N x C.
  public let values: Matrix

  public init(kind: Kind, resolution: Double, values: Matrix) {
    self.kind = kind
    self.resolution = resolution
    self.values = values
  }

  /// N x C probabilities: softmax of logits in Float64, everything else as it is.
  public func probabilities() -> [Double] {
    let classes = values.columns
    var result = values.elements.map(Double.init)
    guard kind == .logits else { return result }
    for row in 0..<values.rows {
      let range = row * classes..<(row + 1) * classes
      let sum = Elementary.logSumExp(result[range])
      for index in range { result[index] = Elementary.exp(result[index] - sum) }
    }
    return result
  }
}
