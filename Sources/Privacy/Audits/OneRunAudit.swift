import Maths

/// A lower bound on epsilon from one training run with canaries, each put in or left out by a fair coin.
///
/// - Source: Steinke, Nasr and Jagielski, "Privacy auditing with one (1) training run", NeurIPS 2023,
///   arXiv:2305.08846, theorem 3.1 and algorithm 2.
public struct OneRunAudit: Equatable, Sendable {
  public let canaries: Int
  /// Canaries about which the auditor guessed; of the others nothing is said.
  public let guesses: Int
  public let correct: Int

  public static let mostCanaries = 100_000_000

  public init(canaries: Int, guesses: Int, correct: Int) throws(PrivacyError) {
    guard (1...Self.mostCanaries).contains(canaries) else {
      throw .countOutOfRange(name: "canaries", value: canaries, needed: "from 1 to \(Self.mostCanaries)")
    }
    guard (0...canaries).contains(guesses) else {
      throw .countOutOfRange(
        name: "guesses", value: guesses, needed: "from 0 to the number of canaries, \(canaries)")
    }
    guard (0...guesses).contains(correct) else {
      throw .countOutOfRange(name: "correct", value: correct, needed: "from 0 to the number of guesses, \(guesses)")
    }
    self.canaries = canaries
    self.guesses = guesses
    self.correct = correct
  }

  /// The probability of so many right guesses or more, at most, under (epsilon, delta).
  public func pValue(epsilon: Double, delta: Double) -> Double {
    // 1 / (1 + e^-epsilon) and its rest, each exact.
    let right = 1 / (1 + Elementary.exp(-epsilon))
    let wrong = Elementary.exp(-epsilon) * right
    guard correct > 0 else { return 1 }
    let tail = Beta(a: Double(correct), b: Double(guesses - correct + 1)).cumulative(right)
    guard delta > 0 else { return min(1, tail) }
    var (sum, steepest) = (0.0, 0.0)
    var mass = Elementary.exp(logMass(correct - 1, right: right, wrong: wrong))
    for count in 1...correct {
      sum += mass
      steepest = max(steepest, sum / Double(count))
      let next = Double(correct - count)
      // Far below the mean the masses add nothing more.
      if next == 0 || (mass < sum * 1e-17 && next < Double(guesses) * right) { break }
      mass *= next / (Double(guesses) - next + 1) * (wrong / right)
      if mass == 0, next - 1 > 0 { mass = Elementary.exp(logMass(Int(next) - 1, right: right, wrong: wrong)) }
    }
    return min(1, tail + steepest * delta * 2 * Double(canaries))
  }

  /// Epsilon is no smaller, but with probability 1 - `confidence`; 0 where nothing can be said.
  public func epsilonLowerBound(delta: Double, confidence: Double) throws(PrivacyError) -> Double {
    guard delta >= 0, delta < 1 else {
      throw .outOfRange(name: "delta", value: delta, needed: "0 or more and below 1")
    }
    guard confidence > 0, confidence < 1 else {
      throw .outOfRange(name: "confidence", value: confidence, needed: "above 0 and below 1")
    }
    let level = 1 - confidence
    if pValue(epsilon: 0, delta: delta) >= level { return 0 }
    var high = 1.0
    while high < Self.largest, pValue(epsilon: high, delta: delta) < level { high *= 2 }
    // The largest epsilon that is refuted, to far below what counts.
    var low = high == 1 ? 0 : high / 2
    for _ in 0..<40 {
      let middle = 0.5 * (low + high)
      if pValue(epsilon: middle, delta: delta) < level { low = middle } else { high = middle }
    }
    return low
  }

  /// Guesses that are all right refute no larger epsilon.
  private static let largest = 64.0

  /// ln of the binomial probability of `count` right guesses.
  private func logMass(_ count: Int, right: Double, wrong: Double) -> Double {
    let (n, k) = (Double(guesses), Double(count))
    let choose =
      Elementary.logGamma(n + 1) - Elementary.logGamma(k + 1) - Elementary.logGamma(n - k + 1)
    return choose + k * Elementary.log(right) + (n - k) * Elementary.log(wrong)
  }
}
