/// The privacy loss of one use of a mechanism in one direction: ln(P/Q) of what is seen, seen under P.
protocol PrivacyLoss: Sendable {
  /// All losses but for a mass of e^-`exponent` at each end.
  func range(exponent: Double) -> ClosedRange<Double>
  func tails(at loss: Double) -> LossTails
  /// Roughly the standard deviation, to choose the width of a cell.
  var spread: Double { get }
}

/// The masses above a loss and not above it, under P and under Q; each of the smaller two is exact in relative terms.
struct LossTails {
  var upperP: Double
  var lowerP: Double
  var upperQ: Double
  var lowerQ: Double

  /// Under P, between a smaller loss and this one.
  @inline(__always)
  func massP(since start: LossTails) -> Double {
    start.upperP < start.lowerP ? max(0, start.upperP - upperP) : max(0, lowerP - start.lowerP)
  }

  /// Under Q, between a smaller loss and this one.
  @inline(__always)
  func massQ(since start: LossTails) -> Double {
    start.upperQ < start.lowerQ ? max(0, start.upperQ - upperQ) : max(0, lowerQ - start.lowerQ)
  }
}
