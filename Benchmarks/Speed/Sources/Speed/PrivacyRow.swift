import Privacy

/// Epsilon of 10,000 steps of sampled training, both bounds, at the peer's own width of a cell.
enum PrivacyRow: Row {
  static let name = "privacy"

  static func timings() throws -> [Timing] {
    let releases = [Release(.gaussian(noise: 1, rate: 0.01), steps: 10_000)]
    return [
      try Stopwatch.time("epsilon of 10,000 steps, both bounds", runs: 15) {
        _ = try LossAccountant(releases, interval: 1e-4).epsilon(delta: 1e-5)
      }
    ]
  }
}
