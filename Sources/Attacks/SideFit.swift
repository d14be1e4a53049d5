import Maths
import Study

/// For each record, the centre and the spread of phi over the references on one side.
///
/// Two passes over each reference's contiguous signals: O(R N) time, a few arrays of N. The second pass subtracts the
/// means first; sums of squares would cancel where a signal hardly varies.
struct SideFit {
  /// Which references count for a record.
  enum Side { case inside, outside }

  /// N centres in nats.
  let centres: [Double]
  /// N deviations in nats, each about its record's mean, over the number of references (ddof 0); may be 0.
  let deviations: [Double]
  /// The root mean square of all deviations of a signal from its record's mean.
  let residual: Double
  /// N numbers of references, each whole.
  let counts: [Double]
  /// The number of references of the record that has fewest.
  let fewest: Int

  /// Added to a deviation, so that references which all say the same still give finite scores.
  static let floor = 1e-30
  /// A deviation cannot be estimated from fewer references.
  static let needed = 2

  init(_ evidence: Evidence, side: Side, centre: Centre) throws(AttackError) {
    let records = evidence.records
    let wanted = side == .inside
    var counts = [Double](repeating: 0, count: records)
    var means = counts
    var squares = counts
    for reference in evidence.references {
      reference.accumulate(reference.observation.phi, trained: wanted, sums: &means, counts: &counts)
    }
    for record in 0..<records {
      guard counts[record] >= Double(Self.needed) else {
        throw .tooFewReferences(record: record, found: Int(counts[record]), needed: Self.needed)
      }
      means[record] /= counts[record]
    }
    for reference in evidence.references {
      reference.accumulateSquares(reference.observation.phi, about: means, trained: wanted, squares: &squares)
    }
    // A normal needs a deviation above 0, which no signal that is no number gives.
    squares = try squares.allFinite()
    var total = 0.0
    var all = 0.0
    for record in 0..<records {
      total += squares[record]
      all += counts[record]
    }
    residual = all > 0 ? (total / all).squareRoot() : 0
    self.counts = counts
    fewest = Int(counts.min() ?? 0)
    deviations = zip(squares, counts).map { ($0 / $1).squareRoot() }
    switch centre {
    case .mean: centres = means
    case .median: centres = Self.medians(evidence, wanted: wanted)
    }
  }

  /// The normal of one record.
  func normal(_ record: Int, perRecord: Bool) -> Normal {
    Normal(mean: centres[record], deviation: (perRecord ? deviations[record] : residual) + Self.floor)
  }

  /// The median of each record's signals; the mean of the two middle ones of an even number.
  private static func medians(_ evidence: Evidence, wanted: Bool) -> [Double] {
    var signals: [Double] = []
    signals.reserveCapacity(evidence.references.count)
    return (0..<evidence.records).map { record in
      signals.removeAll(keepingCapacity: true)
      for reference in evidence.references where reference.trained(on: record) == wanted {
        signals.append(reference.observation.phi[record])
      }
      signals.sort()
      let middle = signals.count / 2
      return signals.count.isMultiple(of: 2) ? (signals[middle - 1] + signals[middle]) / 2 : signals[middle]
    }
  }
}
