/// What an attacker reaches at a threshold fixed on other models or other records.
///
/// Counts are over all (target, record) pairs; intervals are exact for effective counts.
public struct FixedPoint: Codable, Equatable, Sendable {
  /// The false-positive rate that the threshold was chosen for, in 0...1; the one reached may lie above it.
  public var fprLimit: Double
  /// Members found.
  public var tp: Int
  /// Non-members wrongly accused.
  public var fp: Int
  public var tpr: Estimate
  public var fpr: Estimate
  /// The share of the accused who are members, one for each of ``PredictiveValue/priors``.
  public var ppv: [PredictiveValue]

  public init(fprLimit: Double, tp: Int, fp: Int, tpr: Estimate, fpr: Estimate, ppv: [PredictiveValue]) {
    self.fprLimit = fprLimit
    self.tp = tp
    self.fp = fp
    self.tpr = tpr
    self.fpr = fpr
    self.ppv = ppv
  }
}
