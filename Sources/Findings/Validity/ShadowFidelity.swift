import Maths
public import Study

/// Whether an attacker's reference models behave like the target.
///
/// Compared are the shares of records that a model gets right, inside and outside its training half, and the quartiles of
/// its confidence in the true label there: its loss quantiles on a scale of 0...1, so that one tolerance fits all. A
/// target fails that differs from what its references predict by more than ``tolerance``, beyond chance. In a pool
/// all models are made alike, so it holds by construction; with references from elsewhere it may not.
public struct ShadowFidelity: Equatable, Sendable {
  /// A smaller difference changes no conclusion.
  public static let tolerance = 0.05
  static let quantities: [CheckFigure.Quantity] = [
    .trainAccuracy, .trainConfidence25, .trainConfidence50, .trainConfidence75, .testAccuracy, .testConfidence25,
    .testConfidence50, .testConfidence75,
  ]
  /// One a model, each a value for each of ``quantities``; NaN where a model has no such record.
  let profiles: [[Double]]

  /// - Parameters:
  ///   - right: M x N: which answers were right.
  ///   - confidence: M x N: the probability of the true label.
  ///   - membership: M x N.
  public init(right: [[Bool]], confidence: [[Double]], membership: Membership) {
    precondition(right.count == membership.models && confidence.count == membership.models)
    profiles = right.indices.map { model in
      let trained = membership.row(model)
      return [true, false].flatMap { side in
        let records = zip(0..., trained).filter { $0.1 == side }.map(\.0)
        let share = Double(records.count { right[model][$0] }) / Double(records.count)
        let sorted = records.map { confidence[model][$0] }.sorted()
        return [share] + [0.25, 0.5, 0.75].map { sorted.isEmpty ? .nan : Percentile.quantile(sorted, $0) }
      }
    }
  }

  /// Of all targets and quantities the least likely, its p adjusted for their number (Bonferroni).
  ///
  /// - Parameters:
  ///   - cell: ``CellResult/id``.
  ///   - targets: models of the profiles.
  ///   - references: the models that a target is compared with.
  /// - Returns: Nil where no target has two references.
  public func line(cell: String, targets: Range<Int>, references: (Int) -> [Int]) -> CheckFigure? {
    var lines: [CheckFigure] = []
    for target in targets {
      let others = references(target)
      for (place, quantity) in Self.quantities.enumerated() {
        let expected = others.map { profiles[$0][place] }.filter { !$0.isNaN }
        let value = profiles[target][place]
        guard expected.count > 1, !value.isNaN else { continue }
        lines.append(Self.line(cell, quantity, value, among: expected))
      }
    }
    guard var worst = lines.first else { return nil }
    for line in lines where line.p < worst.p { worst = line }
    worst.p = min(1, worst.p * Double(lines.count))
    return worst
  }

  /// The line of a pool whose every model is a target, with all but itself and its complement as references.
  public func line(ofPool cell: String) -> CheckFigure? {
    line(cell: cell, targets: 0..<profiles.count) { target in
      profiles.indices.filter { $0 != target && $0 != Membership.complement(of: target) }
    }
  }

  /// Student's prediction of one more model, and the chance of a value so far beyond the tolerance.
  private static func line(
    _ cell: String, _ quantity: CheckFigure.Quantity, _ value: Double, among expected: [Double]
  ) -> CheckFigure {
    let count = Double(expected.count)
    let mean = expected.reduce(0, +) / count
    let squares = expected.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / (count - 1) * (1 + 1 / count)).squareRoot()
    let student = StudentT(freedom: count - 1)
    let beyond = abs(value - mean) - tolerance
    let p = beyond <= 0 ? 1 : deviation > 0 ? student.outside(beyond / deviation) : 0
    let reach = student.reach(level: 0.95) * deviation
    return CheckFigure(
      cell: cell, attack: nil, quantity: quantity, value: value, low: max(0, mean - reach), high: min(1, mean + reach),
      p: p)
  }
}
