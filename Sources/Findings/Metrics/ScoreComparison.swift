/// Two attacks on the same records, compared by their areas; what is undefined is nil.
public struct ScoreComparison: Encodable, Equatable, Sendable {
  @Exact public var firstAUC: Double
  @Exact public var secondAUC: Double
  /// Nil with fewer than two members or two non-members.
  public let paired: DeLongComparison?
  /// As if the records were not the same, to show what pairing gains.
  public let unpaired: UnpairedDeLong?

  init(_ first: [Double], _ second: [Double], truths: [Bool]) {
    let one = DeLong(scores: first, truths: truths)
    let other = DeLong(scores: second, truths: truths)
    firstAUC = one.auc
    secondAUC = other.auc
    paired = one.variance == nil ? nil : DeLongComparison(first, second, truths: truths)
    unpaired = UnpairedDeLong(one, count: truths.count, other, count: truths.count)
  }

  private enum Key: String, CodingKey {
    case first = "auc_1"
    case second = "auc_2"
    case z = "paired_delong_z"
    case p = "paired_delong_p_two_sided"
    case interval = "paired_diff_ci95"
    case covariance = "cov"
    case statistic = "unpaired_delong_D"
    case freedom = "unpaired_df"
    case unpairedP = "unpaired_p"
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(_firstAUC, forKey: .first)
    try fields.encode(_secondAUC, forKey: .second)
    let interval = paired?.interval()
    try fields.encode([interval?.lowerBound, interval?.upperBound], forKey: .interval)
    let numbers: [(Key, Double?)] = [
      (.z, paired?.z), (.p, paired?.p), (.covariance, paired?.covariance), (.statistic, unpaired?.statistic),
      (.freedom, unpaired?.freedom), (.unpairedP, unpaired?.p),
    ]
    // A difference of no variance is infinitely many standard errors.
    for (key, number) in numbers { try fields.encode(Exact(wrappedValue: number ?? .nan), forKey: key) }
  }
}
