import Study

extension [Parameter] {
  /// What both relative attacks can be told.
  static let relative: [Parameter] = [
    Parameter(
      "score", .word(RatioScore.allCases.map(\.rawValue)),
      "the logarithm of the ratio, or the paper's share of the population below it; the share ties at the top"),
    Parameter(
      "gamma", .number(0.001...1000),
      "how many times a record's ratio must exceed a population record's; only the share depends on it"),
  ]
}
