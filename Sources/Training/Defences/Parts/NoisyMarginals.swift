import Maths
package import Study

/// Counts of labels, and of labels and values together, with Gaussian noise on every count.
package struct NoisyMarginals {
  /// C.
  package let labels: [Double]
  /// For each column C x its bins.
  package let values: [[Double]]
  private let bins: [PublicBins]

  /// Where the noise comes from.
  package enum Source {
    case counted(seed: UInt64)
    /// The system's cryptographic generator.
    case system
  }

  /// - Parameters:
  ///   - rows: Those that are counted; a person's records share one count.
  ///   - noise: The standard deviation; 0 for none.
  package init(of records: Records, rows: [Int], bins: [PublicBins], noise: Double, source: Source) {
    self.bins = bins
    var sizes: [Int: Int] = [:]
    for row in rows { sizes[records.subjects[row], default: 0] += 1 }
    let weights = rows.map { 1 / Double(sizes[records.subjects[$0]] ?? 1) }
    let classes = records.classes.count
    var labels = [Double](repeating: 0, count: classes)
    var values = bins.map { [Double](repeating: 0, count: classes * $0.count) }
    for (row, weight) in zip(rows, weights) {
      let label = records.labels[row]
      labels[label] += weight
      for column in bins.indices {
        values[column][label * bins[column].count + bins[column].bin(of: row)] += weight
      }
    }
    func noisy(_ counts: [Double], _ table: Int) -> [Double] {
      guard noise > 0 else { return counts }
      let normal = Normal(mean: 0, deviation: noise)
      switch source {
      case .counted(let seed):
        var stream = Draws.noise.stream(seed: seed, index: table)
        return counts.map { $0 + normal.quantile(stream.between()) }
      case .system:
        var generator = SystemRandomNumberGenerator()
        // Neither 0 nor 1.
        return counts.map { $0 + normal.quantile((Double(generator.next() >> 12) + 0.5) * 0x1p-52) }
      }
    }
    self.labels = noisy(labels, 0)
    self.values = values.enumerated().map { noisy($1, $0 + 1) }
  }

  /// The noisy number of persons, 0 or more.
  var persons: Int { Int(min(max(labels.reduce(0, +), 0), 1e9).rounded()) }

  /// The given records, and after them made-up ones, each a person of her own.
  package func records(_ count: Int, like records: Records, seed: UInt64) -> Records {
    let byLabel = Chances(labels)
    let byValue = bins.indices.map { column in
      records.classes.indices.map { label in
        Chances(values[column][label * bins[column].count..<(label + 1) * bins[column].count])
      }
    }
    var made: [Int] = []
    var sources = [[Int]](repeating: [], count: bins.count)
    for record in 0..<count {
      var stream = Draws.synthesis.stream(seed: seed, index: record)
      let label = byLabel.draw(&stream)
      made.append(label)
      for column in bins.indices {
        // Within a bin any of the population's values.
        let rows = bins[column].rows[byValue[column][label].draw(&stream)]
        sources[column].append(rows[stream.below(rows.count)])
      }
    }
    return records.appending(
      zip(records.columns, sources).map { $0.choosing($1) }, labels: made,
      subjects: (0..<count).map { records.subjectCount + $0 })
  }
}

/// Draws places in proportion to counts; a count below 0 is 0, and where none is above all are alike.
private struct Chances {
  private let ends: [Double]

  init(_ counts: some Collection<Double>) {
    let positive = counts.map { max($0, 0) }
    let weights = positive.contains { $0 > 0 } ? positive : positive.map { _ in 1 }
    var sum = 0.0
    ends = weights.map { weight in
      sum += weight
      return sum
    }
  }

  func draw(_ stream: inout Stream) -> Int {
    let mark = stream.uniform() * (ends.last ?? 0)
    return ends.firstIndex { mark < $0 } ?? ends.count - 1
  }
}
