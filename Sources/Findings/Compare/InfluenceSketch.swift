import Maths

/// The influences of a ``CrossedVariance`` in little room, linear so that those of two runs can be subtracted.
///
/// A variance of a difference needs the sums of squares of the differences, by pair, by subject and by cell. Pairs are
/// kept as they are. Subjects and cells beyond ``buckets`` are added up with pseudo-random signs into as many buckets:
/// the sum of squares of the buckets is then that of the entries in expectation, within a tenth (one deviation).
///
/// - Source: Charikar, Chen and Farach-Colton, "Finding frequent items in data streams", 2004; its estimate of the
///   second moment, Thorup and Zhang, "Tabulation based 4-universal hashing", 2004.
public struct InfluenceSketch: Codable, Equatable, Sendable {
  /// The relative deviation of a sum of squares is the root of 2 / 256.
  static let buckets = 256

  public let pairs: Int
  public let subjects: Int
  @Packed var byPair: [Float]
  @Packed var bySubject: [Float]
  @Packed var byCell: [Float]

  init(pairs: Int, subjects: Int, cells: [Double]) {
    self.pairs = pairs
    self.subjects = subjects
    var pairSums = [Double](repeating: 0, count: pairs)
    var subjectSums = [Double](repeating: 0, count: subjects)
    for pair in 0..<pairs {
      for subject in 0..<subjects {
        pairSums[pair] += cells[pair * subjects + subject]
        subjectSums[subject] += cells[pair * subjects + subject]
      }
    }
    byPair = pairSums.map(Float.init)
    bySubject = Self.sketch(subjectSums)
    byCell = Self.sketch(cells)
  }

  private static func sketch(_ values: [Double]) -> [Float] {
    guard values.count > buckets else { return values.map(Float.init) }
    var sums = [Double](repeating: 0, count: buckets)
    for (index, value) in values.enumerated() {
      let word = Stream.mix(UInt64(index) &* Stream.golden)
      sums[Int(word % UInt64(buckets))] += word >> 63 == 0 ? value : -value
    }
    return sums.map(Float.init)
  }

  /// Whether it is what a pool left, as far as its sizes tell.
  private var isWhole: Bool { pairs > 0 && subjects > 0 && byPair.count == pairs }

  /// Whether both are of pools of one shape, and whole.
  func fits(_ other: InfluenceSketch) -> Bool {
    isWhole && other.isWhole && pairs == other.pairs && subjects == other.subjects
      && bySubject.count == other.bySubject.count && byCell.count == other.byCell.count
  }

  /// The variances of the figure, to first order; nil where the sketch is not whole.
  func variances() -> CrossedVariance.Variances? {
    func squares(_ values: [Float]) -> Double { values.reduce(0) { $0 + Double($1) * Double($1) } }
    return isWhole ? variances((squares(byPair), squares(bySubject), squares(byCell))) : nil
  }

  /// The variances of the difference of two figures of one pool, to first order.
  func variances(minus other: InfluenceSketch) -> CrossedVariance.Variances {
    func squares(_ one: [Float], _ two: [Float]) -> Double {
      zip(one, two).reduce(0) { sum, pair in
        let difference = Double(pair.0) - Double(pair.1)
        return sum + difference * difference
      }
    }
    return variances(
      (squares(byPair, other.byPair), squares(bySubject, other.bySubject), squares(byCell, other.byCell)))
  }

  private func variances(_ squares: (pairs: Double, subjects: Double, cells: Double)) -> CrossedVariance.Variances {
    CrossedVariance.variances(of: squares, pairs: pairs, subjects: subjects, floor: .quarter)
  }
}
