import Study

/// How grave it is that membership can be told, by the rubric of the facts; a convention of this project.
public enum Rating: String, Codable, CaseIterable, Sendable {
  case critical = "Critical"
  case high = "High"
  case moderate = "Moderate"
  case low = "Low"
  /// Adequate tests found nothing; never the mere absence of a finding.
  case minimal = "Minimal"
  case inconclusive = "Inconclusive"

  /// In the language spoken.
  public var said: String {
    switch self {
    case .critical: say("Critical")
    case .high: say("High")
    case .moderate: say("Moderate")
    case .low: say("Low")
    case .minimal: say("Minimal")
    case .inconclusive: say("Inconclusive")
    }
  }
}

/// How much leaks, from the ends of intervals; `inconclusive` where the test was too small or a check failed.
public enum LeakageGrade: String, Codable, CaseIterable, Sendable {
  case g0 = "G0"
  case g1 = "G1"
  case g2 = "G2"
  case g3 = "G3"
  case g4 = "G4"
  case inconclusive = "Inconclusive"

  /// In the language spoken.
  public var said: String { self == .inconclusive ? say("Inconclusive") : rawValue }
}
