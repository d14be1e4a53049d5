extension ROC {
  /// The area under the part of the ROC whose false-positive rate is at most `limit`, as a share of its own range.
  ///
  /// Between points the ROC is a straight line, as for the whole area: a tie counts half.
  ///
  /// - Parameter limit: above 0, at most 1.
  /// - Returns: McClish's standardised area: 0.5 where nothing leaks, 1 where all members lie above all non-members; NaN
  ///   without members or without non-members.
  /// - Source: McClish, Medical Decision Making 9, 1989.
  public func partialAUC(within limit: Double) -> Double {
    precondition(limit > 0 && limit <= 1, "a part of the false-positive rates")
    guard members > 0, nonMembers > 0 else { return .nan }
    var area = 0.0
    for (before, after) in zip(points, points.dropFirst()) {
      let (start, end) = (fpr(before), min(limit, fpr(after)))
      guard end > start else { continue }
      let width = fpr(after) - start
      let top = tpr(before) + (tpr(after) - tpr(before)) * (end - start) / width
      area += (end - start) * (tpr(before) + top) / 2
    }
    let least = limit * limit / 2
    return 0.5 * (1 + (area - least) / (limit - least))
  }

  /// The first point that finds at least a share `limit` of the members: the fewest accused.
  ///
  /// Its ``fpr(_:)`` is the false-positive rate at that true-positive rate.
  ///
  /// - Parameter limit: in 0...1.
  /// - Returns: Nil without members.
  public func point(finding limit: Double) -> Point? {
    members > 0 ? points.first { tpr($0) >= limit } : nil
  }
}
