import Maths

/// What one model says about the true labels of some records, in the three forms that attacks use.
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
  /// What the whole rows come to; nil unless an attack asked for it by ``Needs/wholeRows``.
  public let rows: RowSummary?

  public init(confidence: [Double], logConfidence: [Double], phi: [Double], rows: RowSummary? = nil) {
    precondition(confidence.count == logConfidence.count && phi.count == confidence.count)
    precondition(rows.map { $0.hinge.count == phi.count } ?? true)
    self.confidence = confidence
    self.logConfidence = logConfidence
    self.phi = phi
    self.rows = rows
  }

  /// Smaller than any probability that a Float holds, so that the logarithm of 0 is finite.
  static let floor = 1e-45

  /// - Parameters:
  ///   - signal: N x C answers.
  ///   - labels: N labels in `0..<C`.
  ///   - wholeRows: Whether ``rows`` is made as well.
  public init(_ signal: Signal, labels: [Int], wholeRows: Bool = false) {
    precondition(signal.values.rows == labels.count)
    let classes = signal.values.columns
    var confidence = [Double](repeating: 0, count: labels.count)
    var logConfidence = confidence
    var phi = confidence
    signal.values.elements.withUnsafeBufferPointer { values in
      var others = [Double](repeating: 0, count: max(classes - 1, 0))
      for (row, label) in labels.enumerated() {
        let own = Double(values[row * classes + label])
        var slot = 0
        for column in 0..<classes where column != label {
          others[slot] = Double(values[row * classes + column])
          slot += 1
        }
        switch signal.kind {
        case .logits:
          let rest = Elementary.logSumExp(others)
          let odds = own - rest
          phi[row] = odds
          // ln p = -ln(1 + e^-odds), from the side that does not overflow.
          let log = odds > 0 ? -Elementary.log1p(Elementary.exp(-odds)) : odds - Elementary.log1p(Elementary.exp(odds))
          logConfidence[row] = log
          confidence[row] = Elementary.exp(log)
        case .probabilities, .votes:
          confidence[row] = own
          logConfidence[row] = Elementary.log(max(own, Self.floor))
          if signal.resolution > 0 {
            let p = min(max(own, signal.resolution), 1 - signal.resolution)
            phi[row] = Elementary.log(p) - Elementary.log(1 - p)
          } else {
            var rest = 0.0
            for other in others { rest += other }
            phi[row] = Elementary.log(own + Self.floor) - Elementary.log(rest + Self.floor)
          }
        }
      }
    }
    self.init(
      confidence: confidence, logConfidence: logConfidence, phi: phi,
      rows: wholeRows ? RowSummary(signal, labels: labels) : nil)
  }
}
