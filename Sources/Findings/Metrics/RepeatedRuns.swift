import Maths

/// Repeated runs of a measurement before and after a change, compared.
public struct RepeatedRuns: Equatable, Sendable {
  /// A statistic with its degrees of freedom and its two-sided p.
  public struct Test: Equatable, Sendable {
    public let statistic: Double
    /// Nil for ranks.
    public let freedom: Double?
    public let p: Double
  }

  /// Mean of the new less mean of the old.
  public let meanDifference: Double
  /// For runs that share nothing; nil where nothing varies.
  public let welch: Test?
  /// For runs of equal seeds; nil where counts differ or differences do not vary.
  public let paired: Test?
  /// Wilcoxon's signed ranks, over all signs; nil where counts differ, or with ties, zeros or more than 50 pairs.
  public let signedRanks: Test?

  /// - Parameters:
  ///   - old: two or more figures.
  ///   - new: two or more.
  /// - Source: Welch, Biometrika 34, 1947; Wilcoxon, Biometrics Bulletin 1, 1945.
  public init(old: [Double], new: [Double]) {
    precondition(min(old.count, new.count) > 1, "a comparison needs two runs of each")
    let (one, other) = (Self.moments(old), Self.moments(new))
    meanDifference = other.mean - one.mean
    let (v, w) = (one.variance / Double(old.count), other.variance / Double(new.count))
    if v + w > 0 {
      let freedom = (v + w) * (v + w) / (v * v / Double(old.count - 1) + w * w / Double(new.count - 1))
      welch = Self.student((other.mean - one.mean) / (v + w).squareRoot(), freedom)
    } else {
      welch = nil
    }
    guard old.count == new.count else {
      (paired, signedRanks) = (nil, nil)
      return
    }
    let differences = zip(new, old).map(-)
    let (mean, variance) = Self.moments(differences)
    let count = Double(differences.count)
    paired = variance > 0 ? Self.student(mean / (variance / count).squareRoot(), count - 1) : nil
    signedRanks = Self.wilcoxon(differences)
  }

  private static func student(_ t: Double, _ freedom: Double) -> Test {
    Test(statistic: t, freedom: freedom, p: StudentT(freedom: freedom).outside(t))
  }

  private static func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
  }

  private static func wilcoxon(_ differences: [Double]) -> Test? {
    let sizes = differences.map { abs($0) }.sorted()
    let isTied = zip(sizes, sizes.dropFirst()).contains { $1 - $0 <= 1e-12 * $1 }
    guard let least = sizes.first, least > 0, !isTied, sizes.count <= 50 else { return nil }
    let all = sizes.count * (sizes.count + 1) / 2
    let falling = differences.filter { $0 < 0 }.reduce(0) { $0 + 1 + (sizes.firstIndex(of: -$1) ?? 0) }
    let w = min(falling, all - falling)
    // Shares of signs by their sum of ranks.
    var shares = [Double](repeating: 0, count: all + 1)
    shares[0] = 1
    for rank in 1...sizes.count {
      for sum in stride(from: all, through: rank, by: -1) { shares[sum] += shares[sum - rank] }
      for sum in shares.indices { shares[sum] /= 2 }
    }
    return Test(statistic: Double(w), freedom: nil, p: min(1, 2 * shares[0...w].reduce(0, +)))
  }
}
