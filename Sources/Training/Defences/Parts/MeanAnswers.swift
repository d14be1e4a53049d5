import Maths
import Study

/// Answers of several models about N records, added up one model at a time.
struct MeanAnswers {
  private var sums: [Double]
  private var counts: [Int]
  private let classes: Int
  private var isVotes = true
  private var resolution = 0.0

  init(records: Int, classes: Int) {
    sums = [Double](repeating: 0, count: records * classes)
    counts = [Int](repeating: 0, count: records)
    self.classes = classes
  }

  /// Adds the probabilities of the records for which `isAsked` holds.
  mutating func add(_ signal: Signal, where isAsked: (Int) -> Bool = { _ in true }) {
    isVotes = isVotes && signal.kind == .votes
    resolution = max(resolution, signal.resolution)
    let answers = signal.probabilities()
    for record in counts.indices where isAsked(record) {
      counts[record] += 1
      for index in record * classes..<(record + 1) * classes { sums[index] += answers[index] }
    }
  }

  /// The means: votes of votes, probabilities otherwise, told as much finer as the fewest models of a record are.
  ///
  /// - Precondition: each record was asked about.
  var signal: Signal {
    precondition(!counts.contains(0), "each record is answered by some model")
    let values = sums.enumerated().map { Float($1 / Double(counts[$0 / classes])) }
    return Signal(
      kind: isVotes ? .votes : .probabilities, resolution: resolution / Double(counts.min() ?? 1),
      values: Matrix(rows: counts.count, columns: classes, elements: values))
  }
}
