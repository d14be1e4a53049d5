/// Where a likelihood-ratio attack takes the deviations of its normals from.
public enum Variance: String, Codable, CaseIterable, Sendable {
  /// Each record's own, drawn a little towards the residual one, where each has ``neededPerRecord`` references a side;
  /// else one residual deviation a side.
  case automatic
  /// Each record has its own: sharper, but noisy with few references.
  case perRecord = "per-record"
  /// One for all records of a side, from the deviations about each record's own mean: steadier.
  case residual
  /// As the published program has it, median and all, to compare with it and for nothing else: see ``PublishedFit``.
  ///
  /// Offline it scores by the two-sided density, which also calls a record a member that is unusually badly learnt.
  case published

  /// From so many references a side on, records are given deviations of their own.
  ///
  /// On the pool of the golden tests one deviation for all does better with 3 and 7 references a side (TPR at 0.1 % FPR
  /// 0.12 against 0.005 and 0.16 against 0.06), each record's own with 19 and more; between them AUC and TPR disagree.
  static let neededPerRecord = 24

  /// Where the deviations come from when the scarcest record has `references` on a side.
  func spread(references: Int) -> Spread {
    switch self {
    case .automatic: references >= Self.neededPerRecord ? .shrunk : .residual
    case .perRecord, .published: .own
    case .residual: .residual
    }
  }
}

/// The deviations of one side's normals.
enum Spread {
  /// Each record's own, as measured.
  case own
  /// One for all.
  case residual
  /// Each record's own variance, drawn towards the residual one as if by ``references`` more of them.
  ///
  /// References that vote all say the same of many records, whose own deviation is then 0: any other answer of the target
  /// would be infinitely telling, and such non-members would crowd the top. On forests of Adult, 31 references a side,
  /// TPR at 0.1 % FPR is 0.001 by own deviations, 0.06 by the residual one and 0.13 by these; where own deviations do
  /// well, these do as well.
  case shrunk

  static let references = 4.0
}
