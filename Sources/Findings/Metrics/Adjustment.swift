/// Corrections of p-values for looking at many of them.
public enum Adjustment {
  /// Holm's step-down: the chance of any false alarm stays below the level.
  ///
  /// - Parameter values: p-values in any order.
  /// - Returns: Adjusted values in the same order, at most 1.
  /// - Source: Holm, Scandinavian Journal of Statistics 6, 1979.
  public static func holm(_ values: [Double]) -> [Double] {
    var result = values
    var largest = 0.0
    for (rank, index) in ascending(values).enumerated() {
      largest = max(largest, min(1, Double(values.count - rank) * values[index]))
      result[index] = largest
    }
    return result
  }

  /// Benjamini and Hochberg's step-up: the expected share of false alarms among the alarms stays below the level.
  ///
  /// - Parameter values: p-values in any order.
  /// - Returns: Adjusted values in the same order, at most 1.
  /// - Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995.
  public static func benjaminiHochberg(_ values: [Double]) -> [Double] {
    var result = values
    var least = 1.0
    for (rank, index) in ascending(values).enumerated().reversed() {
      least = min(least, Double(values.count) / Double(rank + 1) * values[index])
      result[index] = least
    }
    return result
  }

  /// Places from the least value to the largest; ties by place.
  private static func ascending(_ values: [Double]) -> [Int] {
    ScoreOrder(values.map { -$0 }).places.map(Int.init)
  }
}
