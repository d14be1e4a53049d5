import Findings

/// A rating as a template shows it: one of six flags is true, and the word stands beside its badge.
struct RatingMark: Page {
  let critical: Bool
  let high: Bool
  let moderate: Bool
  let low: Bool
  let minimal: Bool
  let inconclusive: Bool

  init(_ rating: Rating) {
    critical = rating == .critical
    high = rating == .high
    moderate = rating == .moderate
    low = rating == .low
    minimal = rating == .minimal
    inconclusive = rating == .inconclusive
  }
}

/// High, medium, low or unknown: one of four flags is true.
struct DegreeMark: Page {
  let isHigh: Bool
  let isMedium: Bool
  let isLow: Bool

  init(_ degree: Finding.Degree) {
    isHigh = degree == .high
    isMedium = degree == .medium
    isLow = degree == .low
  }

  init(_ confidence: TargetRating.Confidence) {
    isHigh = confidence == .high
    isMedium = confidence == .medium
    isLow = confidence == .low
  }
}
