/// A true-positive rate at a limit of the false-positive rate, with intervals as if the threshold had been fixed.
///
/// The threshold is chosen on the same records, so none of the intervals covers its level: they are what other programs
/// print, for comparison.
public struct RatePoint: Encodable, Equatable, Sendable {
  @Exact public var tpr: Double
  @Exact public var fpr: Double
  public let tp: Int
  public let fp: Int
  /// Intervals of the true-positive rate: Clopper and Pearson at 95 and 99 %, Wilson at 95 and 99 %; nil without
  /// members or without non-members.
  public let exact95: ClosedRange<Double>?
  public let exact99: ClosedRange<Double>?
  public let wilson95: ClosedRange<Double>?
  public let wilson99: ClosedRange<Double>?

  /// - Parameters:
  ///   - roc: of the scores.
  ///   - limit: a number in 0...1, as text.
  init(_ roc: ROC, limit: String) {
    let isDefined = roc.members > 0 && roc.nonMembers > 0
    let point = isDefined ? roc.point(within: Double(limit) ?? 0) : roc.points[0]
    tpr = isDefined ? roc.tpr(point) : .nan
    fpr = roc.fpr(point)
    tp = point.tp
    fp = point.fp
    func interval(_ make: (Int, Int, Double) -> ClosedRange<Double>, _ level: Double) -> ClosedRange<Double>? {
      isDefined ? make(point.tp, roc.members, level) : nil
    }
    exact95 = interval(ClopperPearson.interval, 0.95)
    exact99 = interval(ClopperPearson.interval, 0.99)
    wilson95 = interval(Wilson.interval, 0.95)
    wilson99 = interval(Wilson.interval, 0.99)
  }

  private enum Key: String, CodingKey {
    case tpr, fpr, tp, fp
    case exact95 = "tpr_clopper_pearson_95"
    case exact99 = "tpr_clopper_pearson_99"
    case wilson95 = "tpr_wilson_95"
    case wilson99 = "tpr_wilson_99"
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(_tpr, forKey: .tpr)
    try fields.encode(_fpr, forKey: .fpr)
    try fields.encode(tp, forKey: .tp)
    try fields.encode(fp, forKey: .fp)
    let intervals = [(Key.exact95, exact95), (.exact99, exact99), (.wilson95, wilson95), (.wilson99, wilson99)]
    for (key, interval) in intervals {
      try fields.encode([interval?.lowerBound, interval?.upperBound], forKey: key)
    }
  }
}
