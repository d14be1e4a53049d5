/// Where a likelihood-ratio attack puts the centre of its normals.
public enum Centre: String, Codable, CaseIterable, Sendable {
  /// The mean of the references' signals.
  case mean
  /// Their median, as in the published program; deviations are still taken about the mean.
  case median
}
