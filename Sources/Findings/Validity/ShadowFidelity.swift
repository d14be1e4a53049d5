import Maths
public import Study

/// Whether an attacker's reference models behave like the target.
///
/// Compared are the shares of records that a model gets right, inside and outside its training half, and the quartiles
/// of its confidence in the true label there: its loss quantiles on a scale of 0...1, so that one tolerance fits all. A
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
  private let resolution: Double

  /// - Parameters:
  ///   - right: M x N: which answers were right.
  ///   - confidence: M x N: the probability of the true label.
  ///   - membership: M x N.
  ///   - resolution: h of the answers: a rounded confidence is off by so much.
  public init(right: [[Bool]], confidence: [[Double]], membership: Membership, resolution: Double = 0) {
    precondition(right.count == membership.models && confidence.count == membership.models)
    self.resolution = resolution
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

  /// The least likely quantity, its p adjusted for their number (Bonferroni).
  ///
  /// Of several targets a quantity's p is twice the median one (Rüger): one odd model among many does not make the
  /// references of all a bad likeness. Value and interval are means over the targets.
  ///
  /// - Parameters:
  ///   - cell: ``CellResult/id``.
  ///   - targets: models of the profiles.
  ///   - references: the models that a target is compared with.
  /// - Returns: Nil where no target has two references.
  /// - Source: Rüger, "Das maximale Signifikanzniveau des Tests", Metrika 25, 1978.
  public func line(cell: String, targets: Range<Int>, references: (Int) -> [Int]) -> CheckFigure? {
    var worst: CheckFigure?
    for (place, quantity) in Self.quantities.enumerated() {
      let comparisons = targets.compactMap { target in
        comparison(profiles[target][place], among: references(target).map { profiles[$0][place] }, quantity)
      }
      guard let line = Self.line(cell, quantity, comparisons) else { continue }
      if worst.map({ line.p < $0.p }) ?? true { worst = line }
    }
    guard var line = worst else { return nil }
    line.p = min(1, line.p * Double(Self.quantities.count))
    return line
  }

  /// The line of a pool whose every model is a target, with all but itself and its complement as references.
  public func line(ofPool cell: String) -> CheckFigure? {
    line(cell: cell, targets: 0..<profiles.count) { target in
      profiles.indices.filter { $0 != target && $0 != Membership.complement(of: target) }
    }
  }

  /// A target's value, where 95 % of further references would lie, and the chance of a value so far beyond what is
  /// tolerated.
  private typealias Comparison = (value: Double, low: Double, high: Double, p: Double)

  /// Student's prediction of one more model.
  private func comparison(_ value: Double, among others: [Double], _ quantity: CheckFigure.Quantity) -> Comparison? {
    let expected = others.filter { !$0.isNaN }
    guard expected.count > 1, !value.isNaN else { return nil }
    let count = Double(expected.count)
    let mean = expected.reduce(0, +) / count
    let squares = expected.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / (count - 1) * (1 + 1 / count)).squareRoot()
    let student = StudentT(freedom: count - 1)
    let isShare = quantity == .trainAccuracy || quantity == .testAccuracy
    let beyond = abs(value - mean) - Self.tolerance - (isShare ? 0 : 2 * resolution)
    let p = beyond <= 0 ? 1 : deviation > 0 ? student.outside(beyond / deviation) : 0
    let reach = student.reach(level: 0.95) * deviation
    return (value, max(0, mean - reach), min(1, mean + reach), p)
  }

  private static func line(
    _ cell: String, _ quantity: CheckFigure.Quantity, _ comparisons: [Comparison]
  ) -> CheckFigure? {
    guard !comparisons.isEmpty else { return nil }
    let count = Double(comparisons.count)
    let middle = (comparisons.count + 1) / 2
    let p = comparisons.map(\.p).sorted()[middle - 1] * count / Double(middle)
    func mean(_ part: KeyPath<Comparison, Double>) -> Double {
      comparisons.reduce(0) { $0 + $1[keyPath: part] } / count
    }
    return CheckFigure(
      cell: cell, attack: nil, quantity: quantity, value: mean(\.value), low: mean(\.low), high: mean(\.high),
      p: min(1, p))
  }
}
