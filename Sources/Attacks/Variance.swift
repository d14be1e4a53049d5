/// Where a likelihood-ratio attack takes the deviations of its normals from.
public enum Variance: String, Codable, CaseIterable, Sendable {
  /// Per record where each has ``neededPerRecord`` references a side, else one residual deviation a side.
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

  /// Whether each record keeps its own deviation when the scarcest one has `references` on a side.
  func isPerRecord(references: Int) -> Bool {
    switch self {
    case .automatic: references >= Self.neededPerRecord
    case .perRecord, .published: true
    case .residual: false
    }
  }
}
