import Maths

extension Results.Check {
  /// Whether targets outside the pool give the figures of the pooled ones: a pool that re-uses its models as targets has a
  /// finite-population bias.
  ///
  /// Each attack's two areas are compared by their difference over its standard error, read off the intervals; the targets
  /// share records, so the error is if anything too large. Failed where the smallest Holm-adjusted p is below 0.05.
  ///
  /// - Returns: Nil where no attack has targets outside its pool.
  /// - Source: "On Reliability of Efficient Membership Inference Vulnerability Evaluation", arXiv:2605.25819.
  public static func independentTargets(_ attacks: [AttackResult]) -> Results.Check? {
    let p = attacks.compactMap { attack -> Double? in
      guard let pooled = attack.headline?.auc, let fresh = attack.independent?.auc else { return nil }
      let error = (square(halfWidth(pooled)) + square(halfWidth(fresh))).squareRoot() / Normal.standard.quantile(0.975)
      let difference = abs(fresh.value - pooled.value)
      guard difference > 0 else { return 1 }
      return error > 0 ? min(1, 2 * Normal.standard.survival(difference / error)) : 0
    }
    guard !p.isEmpty else { return nil }
    let least = Adjustment.holm(p).min() ?? 1
    return Results.Check(
      name: "independent-targets", verdict: least < Significance.level ? .failed : .passed, p: least, lines: p.count)
  }

  private static func halfWidth(_ estimate: Estimate) -> Double { (estimate.high - estimate.low) / 2 }
  private static func square(_ value: Double) -> Double { value * value }
}
