import Findings

// Results may come from a file that someone edited: what is no share of anything is not drawn.

extension OperatingPoint {
  var isDrawable: Bool {
    fprLimit > 1e-8 && fprLimit <= 1 && low >= 0 && low <= value && value <= high && high <= 1
  }
}

extension Estimate {
  /// Whether it is an accuracy that others can be a share of.
  var isDrawable: Bool { value >= 0.001 && low >= 0 && low <= value && value <= high && high <= 1 }
}
