/// Where a likelihood-ratio attack takes the deviations of its normals from.
public enum Variance: String, Codable, CaseIterable, Sendable {
  /// Per record where each has ``neededPerRecord`` references a side, else one residual deviation a side.
  case automatic
  /// Each record has its own: sharper, but noisy with few references.
  case perRecord = "per-record"
  /// One for all records of a side, from the deviations about each record's own mean: steadier.
  case residual

  /// With fewer references, one deviation for all records gave the higher AUC on every pool tried.
  static let neededPerRecord = 24

  /// Whether each record keeps its own deviation when the scarcest one has `references` on a side.
  func isPerRecord(references: Int) -> Bool {
    switch self {
    case .automatic: references >= Self.neededPerRecord
    case .perRecord: true
    case .residual: false
    }
  }
}
