import Maths

/// A lower bound on epsilon from many models that did or did not train on a canary, and an attack's yes or no on each.
///
/// - Source: Jagielski, Ullman and Oprea, "Auditing differentially private machine learning", NeurIPS 2020; intervals of
///   Clopper and Pearson, with half of the error in each tail.
public struct RepeatedAudit: Equatable, Sendable {
  /// Of ``present`` models that trained on the canary, those called so.
  public let found: Int
  public let present: Int
  /// Of ``absent`` models that did not, those called so.
  public let falselyFound: Int
  public let absent: Int

  public init(found: Int, present: Int, falselyFound: Int, absent: Int) throws(PrivacyError) {
    for (name, models) in [("models with the canary", present), ("models without the canary", absent)]
    where models < 1 {
      throw .countOutOfRange(name: name, value: models, needed: "1 or more")
    }
    guard (0...present).contains(found) else {
      throw .countOutOfRange(name: "found", value: found, needed: "from 0 to \(present)")
    }
    guard (0...absent).contains(falselyFound) else {
      throw .countOutOfRange(name: "falsely found", value: falselyFound, needed: "from 0 to \(absent)")
    }
    self.found = found
    self.present = present
    self.falselyFound = falselyFound
    self.absent = absent
  }

  /// The largest rate of false findings that the counts allow.
  public func falsePositiveUpper(confidence: Double) -> Double {
    Self.upper(falselyFound, of: absent, tail: 0.5 * (1 - confidence))
  }

  /// The largest rate of missed findings that the counts allow.
  public func falseNegativeUpper(confidence: Double) -> Double {
    Self.upper(present - found, of: present, tail: 0.5 * (1 - confidence))
  }

  /// Epsilon is no smaller, but with probability 1 - `confidence`.
  public func epsilonLowerBound(delta: Double, confidence: Double) throws(PrivacyError) -> Double {
    guard delta >= 0, delta < 1 else {
      throw .outOfRange(name: "delta", value: delta, needed: "0 or more and below 1")
    }
    guard confidence > 0, confidence < 1 else {
      throw .outOfRange(name: "confidence", value: confidence, needed: "above 0 and below 1")
    }
    return Self.epsilon(
      falsePositive: falsePositiveUpper(confidence: confidence),
      falseNegative: falseNegativeUpper(confidence: confidence), delta: delta)
  }

  /// Epsilon as the bare rates have it: infinite where one of them is 0.
  public func epsilonEstimate(delta: Double) -> Double {
    Self.epsilon(
      falsePositive: Double(falselyFound) / Double(absent), falseNegative: Double(present - found) / Double(present),
      delta: delta)
  }

  /// The least epsilon that allows both rates: (epsilon, delta) needs 1 - delta <= false negatives + e^epsilon false
  /// positives, and with both exchanged.
  private static func epsilon(falsePositive: Double, falseNegative: Double, delta: Double) -> Double {
    func least(_ one: Double, _ other: Double) -> Double {
      let rest = 1 - delta - one
      guard rest > 0 else { return 0 }
      return other > 0 ? Elementary.log(rest / other) : .infinity
    }
    return max(0, least(falseNegative, falsePositive), least(falsePositive, falseNegative))
  }

  private static func upper(_ count: Int, of all: Int, tail: Double) -> Double {
    count == all ? 1 : Beta(a: Double(count + 1), b: Double(all - count)).quantile(1 - tail)
  }
}
