/// A setting that is drawn again and again, and what is asked of each draw.
struct Simulation: Sendable {
  /// What a share of draws must be, where the statistics are right.
  enum Band: Sendable {
    /// An interval of 95 % holds the truth in 93 to 97 %.
    case coverage
    /// An exact interval holds it in 95 % or more.
    case exact
    /// A test at 5 % errs in 3 to 7 %.
    case error
    /// A test that is corrected for several looks errs in 7 % or less.
    case errorAtMost

    var range: ClosedRange<Double> {
      switch self {
      case .coverage: 0.93...0.97
      case .exact: 0.95...1
      case .error: 0.03...0.07
      case .errorAtMost: 0...0.07
      }
    }

    /// Whether too many draws, not too few, would claim more than is known.
    var isOfErrors: Bool {
      switch self {
      case .coverage, .exact: false
      case .error, .errorAtMost: true
      }
    }
  }

  struct Question: Sendable {
    let text: String
    let band: Band
  }

  let setting: String
  let questions: [Question]
  /// False where the band is known to be missed, and shown all the same.
  var isClaimed = true
  /// One answer a question; the seed gives the draw.
  let draw: @Sendable (UInt64) -> [Bool]

  /// How many of the draws 0..<runs answered yes, for each question.
  func count(runs: Int) async -> [Int] {
    let chunk = 10
    return await withTaskGroup(of: [Int].self) { group in
      for start in stride(from: 0, to: runs, by: chunk) {
        group.addTask {
          var sums = questions.map { _ in 0 }
          for seed in start..<min(start + chunk, runs) {
            for (index, answer) in draw(UInt64(seed)).enumerated() where answer { sums[index] += 1 }
          }
          return sums
        }
      }
      // Whole numbers: the order in which chunks end changes nothing.
      return await group.reduce(questions.map { _ in 0 }) { zip($0, $1).map(+) }
    }
  }
}
