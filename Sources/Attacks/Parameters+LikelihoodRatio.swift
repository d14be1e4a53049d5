import Study

extension [Parameter] {
  /// What both likelihood-ratio attacks can be told.
  static let likelihoodRatio: [Parameter] = [
    Parameter(
      "variance", .word(Variance.allCases.map(\.rawValue)),
      """
      where deviations come from: each record's own, one residual deviation a side, or automatic: each record's own, \
      drawn a little to the residual one, from \(Variance.neededPerRecord) references a side; published: as the first program has it, to compare with
      """),
    Parameter(
      "centre", .word(Centre.allCases.map(\.rawValue)), "where the normals are centred: the mean or the median"),
  ]
}
