/// The number of a validity check for one cell: of all its lines the one with the smallest p.
public struct CheckFigure: Codable, Equatable, Sendable {
  /// What was measured.
  public enum Quantity: String, Codable, Sendable, CaseIterable {
    /// An area under the ROC, with its interval.
    case auc
    /// The area on targets outside the pool less that on the pool's, with its interval.
    case aucDifference = "auc-difference"
    /// The smallest false-positive rate that the evidence resolves; undefined where none at or below 10 % is.
    case smallestRate = "smallest-rate"
    /// Of a target, beside the interval in which another reference model would lie with 95 %: the share of records
    /// that it gets right, and quartiles of its confidence in the true label.
    case trainAccuracy = "train-accuracy"
    case trainConfidence25 = "train-confidence-25"
    case trainConfidence50 = "train-confidence-50"
    case trainConfidence75 = "train-confidence-75"
    case testAccuracy = "test-accuracy"
    case testConfidence25 = "test-confidence-25"
    case testConfidence50 = "test-confidence-50"
    case testConfidence75 = "test-confidence-75"
  }

  /// ``CellResult/id``.
  public var cell: String
  /// ``AttackResult/id``; null where the number is none of an attack.
  @Null public var attack: String?
  public var quantity: Quantity
  @Exact public var value: Double
  @Exact public var low: Double
  @Exact public var high: Double
  /// Holm-adjusted over all lines of the check; undefined where nothing is tested.
  @Exact public var p: Double
  public var failed: Bool

  public init(
    cell: String, attack: String?, quantity: Quantity, value: Double, low: Double, high: Double, p: Double,
    failed: Bool = false
  ) {
    self.cell = cell
    self.attack = attack
    self.quantity = quantity
    self.value = value
    self.low = low
    self.high = high
    self.p = p
    self.failed = failed
  }
}
