import Study

/// Values of the population in order, to rank records among them.
struct PopulationRanks {
  /// Z values, ascending.
  private let sorted: [Double]
  /// A share needs something to be a share of.
  static let needed = 1

  init(_ values: [Double]) throws(AttackError) {
    guard values.count >= Self.needed else { throw .tooSmallPopulation(found: values.count, needed: Self.needed) }
    sorted = try values.allFinite().sorted()
  }

  /// For each value, the share of the population strictly below it, in 0...1: O(N log Z).
  func shares(below values: [Double]) throws(AttackError) -> [Double] {
    let values = try values.allFinite()
    return sorted.withUnsafeBufferPointer { sorted in
      values.map { value in
        var low = 0
        var length = sorted.count
        // The first of the population that is not below.
        while length > 0 {
          let half = length / 2
          if sorted[low + half] < value {
            low += half + 1
            length -= half + 1
          } else {
            length = half
          }
        }
        return Double(low) / Double(sorted.count)
      }
    }
  }
}
