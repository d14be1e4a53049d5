/// How long work still takes, from what each part was expected to take and how fast parts were done.
///
/// Expectations need only be right in proportion: how fast they are met is learnt on the way, beginning with one second a
/// second for each worker.
public struct TimeLeft: Sendable {
  /// Seconds that count as seen before anything is: the first parts do not swing the rest.
  private static let prior = 5.0

  private var open: [String: Double]
  private var remaining: Double
  private var done = 0.0
  private let workers: Double

  /// - Parameter parts: Expected seconds of one worker, by name.
  public init(parts: [String: Double], workers: Int) {
    open = parts
    remaining = parts.values.reduce(0, +)
    self.workers = Double(max(1, workers))
  }

  /// Counts a part once.
  ///
  /// - Parameter worked: Whether it took its time; nil time where it lay ready.
  public mutating func finish(_ part: String, worked: Bool) {
    guard let seconds = open.removeValue(forKey: part) else { return }
    remaining = open.isEmpty ? 0 : max(0, remaining - seconds)
    if worked { done += seconds }
  }

  /// - Parameter elapsed: Seconds since the work began.
  public func seconds(elapsed: Double) -> Double {
    let speed = (done + Self.prior * workers) / (max(0, elapsed) + Self.prior)
    return remaining / speed
  }
}
