import Maths
import Study

/// When the noise on answers is drawn.
public enum NoiseDraw: String, Codable, CaseIterable, Sendable {
  /// Once a record: the same question gets the same answer, and asking again tells nothing new.
  case record
  /// Once a query: an outsider who asks again and again averages the noise away.
  case query

  static let parameters = [
    Parameter(
      "draw", .word(allCases.map(\.rawValue)),
      "Whether noise is drawn once a record, so that asking again tells nothing, or once a query."),
    Parameter(
      "queries", .whole(1...10_000),
      "With draw: query, how often the outsider asks about a record: the mean of the answers is what is attacked."),
  ]
}

/// Independent noise on each probability of an answer, which is then kept in 0...1 and not scaled to sum to 1.
struct AnswerNoise {
  let draw: NoiseDraw
  let queries: Int
  /// The standard deviation of one draw.
  let deviation: Double
  /// From a number between 0 and 1 to the noise that is at most it with that probability.
  let quantile: (Double) -> Double

  /// What outsiders have after their queries; a record's noise depends on the seed and the record's place alone.
  ///
  /// Its resolution is the deviation of the noise left in it: nearer to 0 or 1 nothing can be told.
  func added(to signal: Signal, seed: UInt64) -> Signal {
    let draws = draw == .query ? queries : 1
    let left = deviation / Double(draws).squareRoot()
    let resolution = max(signal.resolution, min(left, Self.coarsest))
    return signal.changingRows(resolution: resolution) { record, row in
      var stream = Stream(seed: seed, stream: UInt64(record))
      for label in row.indices {
        var sum = 0.0
        for _ in 0..<draws { sum += min(max(row[label] + quantile(stream.between()), 0), 1) }
        row[label] = sum / Double(draws)
      }
    }
  }

  /// As for labels: however much noise there is, the larger answer is still told from the smaller.
  private static let coarsest = 0.25
}
