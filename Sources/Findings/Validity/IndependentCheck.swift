import Maths

extension Results.Check {
  /// Whether targets outside the pool give the figures of the pooled ones: a pool that re-uses its models as targets has a
  /// finite-population bias.
  ///
  /// Each attack's two areas are compared by their difference over its standard error, read off the intervals; the targets
  /// share records, so the error is if anything too large.
  ///
  /// - Source: "On Reliability of Efficient Membership Inference Vulnerability Evaluation", arXiv:2605.25819.
  public static func independentTargets(_ cells: [CellResult]) -> Results.Check {
    let lines = cells.flatMap { cell in
      cell.attacks.compactMap { attack -> CheckFigure? in
        guard let pooled = attack.headline?.auc, let fresh = attack.independent?.auc else { return nil }
        let reach = (square(halfWidth(pooled)) + square(halfWidth(fresh))).squareRoot()
        let difference = fresh.value - pooled.value
        return CheckFigure(
          cell: cell.id, attack: attack.id, quantity: .aucDifference, value: difference, low: difference - reach,
          high: difference + reach, p: p(of: abs(difference), reach: reach))
      }
    }
    return Results.Check(name: "independent-targets", lines: lines)
  }

  /// Two-sided, of no difference, where a 95 % interval reaches so far.
  private static func p(of difference: Double, reach: Double) -> Double {
    guard difference > 0 else { return 1 }
    let error = reach / Normal.standard.quantile(0.975)
    return error > 0 ? min(1, 2 * Normal.standard.survival(difference / error)) : 0
  }

  private static func halfWidth(_ estimate: Estimate) -> Double { (estimate.high - estimate.low) / 2 }
  private static func square(_ value: Double) -> Double { value * value }
}
