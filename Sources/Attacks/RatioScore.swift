/// What a relative attack makes of a record's ratio p_y / p.
public enum RatioScore: String, Codable, CaseIterable, Sendable {
  /// The logarithm of the ratio, in nats.
  ///
  /// Within one target it ranks as the share does, but without the share's ties: of Z population records, the share
  /// cannot tell the best 1 / Z of outsiders from members, and where many members lie above the whole population, no
  /// threshold with a low rate of false positives is left. On the pool of the golden tests (64 models, 150 population
  /// records) one offline pair in ten ties at the top, and the TPR at 0.1 % FPR is 0 by the share, 0.12 by the ratio.
  case ratio
  /// The paper's: the share of the population whose ratio, times gamma, is strictly lower.
  case share
}
