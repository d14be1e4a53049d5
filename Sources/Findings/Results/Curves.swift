/// The content of `curves.json`: what figures draw beyond `results.json`.
public struct Curves: Codable, Equatable, Sendable {
  public static let schemaName = "rollcall/curves/1"
  public var schema: String
  public var curves: [Curve]

  public init(curves: [Curve]) {
    schema = Self.schemaName
    self.curves = curves
  }

  public func curve(cell: String, attack: String) -> Curve? {
    curves.first { $0.cell == cell && $0.attack == attack }
  }
}

/// A pooled ROC with its pointwise bootstrap band, at most 400 points, from the smallest resolved rate to 1.
public struct Curve: Codable, Equatable, Sendable {
  /// ``CellResult/id``.
  public var cell: String
  /// ``AttackResult/id``.
  public var attack: String
  /// False-positive rates, ascending.
  public var fpr: [Double]
  /// True-positive rates at those limits, and the ends of their intervals.
  public var tpr: [Double]
  public var low: [Double]
  public var high: [Double]

  public init(cell: String, attack: String, fpr: [Double], tpr: [Double], low: [Double], high: [Double]) {
    self.cell = cell
    self.attack = attack
    self.fpr = fpr
    self.tpr = tpr
    self.low = low
    self.high = high
  }
}
