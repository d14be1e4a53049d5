public import Study

/// One record as a canary of a pool: half of the models trained on it, half did not, and each is told apart or not.
///
/// Which record, and above which phi a model is said to have it, is chosen on every second pair of models and judged on
/// the others, so that the choice flatters nothing. Small pools show little: with K models K / 4 on either side.
///
/// - Source: Jagielski, Ullman and Oprea, "Auditing differentially private machine learning", NeurIPS 2020, with the
///   canary chosen among the records as they are.
public struct RepeatedCanary: Sendable {
  /// The record's place among those under test.
  public let record: Int
  /// Of ``present`` models that trained on it, those said to have it; of ``absent`` that did not, likewise.
  public let found: Int
  public let present: Int
  public let falselyFound: Int
  public let absent: Int

  /// Models below which nothing can be chosen and judged.
  public static let leastModels = 8

  /// Nil for a pool that is too small.
  ///
  /// - Parameter phi: K x N, of the records under test.
  public init?(phi: [[Double]], membership: Membership) {
    guard phi.count >= Self.leastModels, membership.records > 0 else { return nil }
    let models = phi.indices.filter { $0 / 2 < phi.count / 2 }
    let (chosenOn, judgedOn) = (models.filter { $0 / 2 % 2 == 0 }, models.filter { $0 / 2 % 2 == 1 })
    var best: (record: Int, threshold: Double, gap: Double)?
    for record in 0..<membership.records {
      let sides = [true, false].map { side in
        Side(chosenOn.filter { membership.contains(model: $0, record: record) == side }.map { phi[$0][record] })
      }
      guard sides[0].count > 1, sides[1].count > 1 else { continue }
      let gap = (sides[0].mean - sides[1].mean) / (sides[0].deviation + sides[1].deviation + 1e-6)
      guard gap.isFinite, gap > best?.gap ?? -.infinity else { continue }
      best = (record, (sides[0].mean + sides[1].mean) / 2, gap)
    }
    guard let best else { return nil }
    record = best.record
    let within = judgedOn.filter { membership.contains(model: $0, record: best.record) }
    let without = judgedOn.filter { !membership.contains(model: $0, record: best.record) }
    guard !within.isEmpty, !without.isEmpty else { return nil }
    (present, absent) = (within.count, without.count)
    found = within.count { phi[$0][best.record] > best.threshold }
    falselyFound = without.count { phi[$0][best.record] > best.threshold }
  }

  /// Mean and deviation of some numbers.
  private struct Side {
    let count: Int
    let mean: Double
    let deviation: Double

    init(_ values: [Double]) {
      count = values.count
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      self.mean = mean
      deviation =
        (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count - 1))).squareRoot()
    }
  }
}
