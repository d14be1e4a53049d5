public import Study

/// All figures of one attack on one pool, from its scores.
///
///     let draws = BootstrapDraws(models: 32, subjects: 900, seed: 1)     // once a cell
///     let measured = AttackMeasurement(
///       scores: scores, membership: signals.membership, subjects: signals.subjects, aggregation: .mean, draws: draws)
///
/// Pure: the same scores and draws give the same bytes, on any number of workers.
///
/// - Cost: O(replicates K N) time: 32 x 900 with 400 replicates take about 50 ms.
public struct AttackMeasurement: Sendable {
  /// K results.
  public let targets: [TargetResult]
  public let headline: Headline
  /// With a subject as the unit; nil where no subject has two records.
  public let subjects: Headline?
  private let measured: PoolMeasurement

  /// - Parameters:
  ///   - scores: K x N, none NaN; higher means likelier a member.
  ///   - membership: K x N.
  ///   - subjects: N subjects in `0..<draws.subjects`.
  ///   - aggregation: how the scores of a subject's records are made into one.
  ///   - draws: of K models and these subjects, the same for all attacks of a cell.
  ///   - further: false-positive rates to be told besides those of every report, in 0...1.
  public init(
    scores: [[Double]], membership: Membership, subjects: [Int], aggregation: Aggregation, draws: BootstrapDraws,
    further: [Double] = []
  ) {
    let order = PoolOrder(
      scores: scores, membership: membership, subjects: subjects, subjectBound: draws.subjects,
      clusters: draws.clusters)
    let measured = PoolMeasurement(order: order, draws: draws, curve: true, targets: true, further: further)
    self.measured = measured
    headline = measured.headline()
    targets = (0..<order.models).map { target in
      TargetResult(
        target: target, scores: scores[target], order: order, replicates: measured.replicates,
        limits: Resolution.limits(with: further))
    }
    self.subjects = SubjectScores(
      scores: scores, membership: membership, subjects: subjects, aggregation: aggregation
    ).map { bySubject in
      let order = PoolOrder(
        scores: bySubject.scores, membership: bySubject.membership, subjects: bySubject.subjects,
        subjectBound: draws.subjects, clusters: draws.clusters)
      return PoolMeasurement(order: order, draws: draws, curve: false, targets: false, further: further).headline()
    }
  }

  /// The pooled ROC from the smallest resolved rate (10 % where none is) to 1, with its pointwise band.
  public func curve(cell: String, attack: String) -> Curve { measured.curve(cell: cell, attack: attack) }

  /// What a later comparison needs of the headline.
  public var replicates: [FigureReplicates] { measured.figureReplicates() }
}
