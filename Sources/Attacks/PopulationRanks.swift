import Maths
import Study

/// Values of the population in order, to rank records among them.
struct PopulationRanks {
  /// Z values, ascending.
  private let sorted: [Double]
  /// A share needs something to be a share of.
  static let needed = 1

  init(_ values: [Double]) throws(AttackError) {
    guard values.count >= Self.needed else { throw .tooSmallPopulation(found: values.count, needed: Self.needed) }
    sorted = try values.allFinite().sortedByBits()
  }

  /// For each value, the share of the population strictly below it, in 0...1: O(N log Z).
  func shares(below values: [Double]) throws(AttackError) -> [Double] {
    let values = try values.allFinite()
    return sorted.withUnsafeBufferPointer { sorted in
      values.map { value in
        // As many steps for every value, and no branch on what they find: a guess would be wrong half the time.
        var below = 0
        var length = sorted.count
        while length > 1 {
          let half = length / 2
          below &+= half & (sorted[below &+ half &- 1] < value ? -1 : 0)
          length &-= half
        }
        below &+= sorted[below] < value ? 1 : 0
        return Double(below) / Double(sorted.count)
      }
    }
  }
}
