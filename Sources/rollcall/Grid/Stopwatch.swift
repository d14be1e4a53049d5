import Foundation

/// When a run began and how long it has taken.
struct Stopwatch {
  private let start = ContinuousClock.now
  /// ISO 8601, in UTC.
  let started = ISO8601DateFormatter().string(from: Date())

  var seconds: Double {
    let passed = (ContinuousClock.now - start).components
    return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
  }
}
