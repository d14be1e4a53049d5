/// The percentile interval of replicates, and their deviation.
enum Percentile {
  /// The ends between which a share `level` of the replicates lies.
  ///
  /// - Parameters:
  ///   - replicates: in any order; NaN ones are not counted.
  ///   - value: the figure that the interval is of, on all the data.
  ///   - correction: by what the replicates' deviations from their mean are multiplied (``CrossedVariance``).
  ///   - level: in 0..<1.
  ///   - range: what the figure can be.
  /// - Returns: Ends within the range that hold the value; the range where fewer than two replicates are defined.
  static func interval(
    _ replicates: [Double], value: Double, correction: Double = 1, level: Double = 0.95,
    within range: ClosedRange<Double> = 0...1
  ) -> ClosedRange<Double> {
    let sorted = replicates.filter { !$0.isNaN }.sorted()
    guard sorted.count > 1, !value.isNaN else { return range }
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let tail = (1 - level) / 2
    let low = mean + correction * (quantile(sorted, tail) - mean)
    let high = mean + correction * (quantile(sorted, 1 - tail) - mean)
    return max(range.lowerBound, min(low, value))...min(range.upperBound, max(high, value))
  }

  /// The standard deviation of the defined replicates, corrected; 0 for fewer than two.
  static func deviation(_ replicates: [Double], correction: Double) -> Double {
    let defined = replicates.filter { !$0.isNaN }
    guard defined.count > 1 else { return 0 }
    let mean = defined.reduce(0, +) / Double(defined.count)
    let squares = defined.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return correction * (squares / Double(defined.count - 1)).squareRoot()
  }

  /// Linear between order statistics (type 7 of Hyndman and Fan).
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
