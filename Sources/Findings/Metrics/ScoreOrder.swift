/// The order of scores from the highest to the lowest, with its ties.
///
/// Sorted once by their bits (radix, stable), so that each replicate of a bootstrap is one linear pass. Infinities are
/// valid scores; 0 and -0 tie.
///
/// - Cost: O(N) time with 8 passes at most, 24 bytes a score while sorting.
public struct ScoreOrder: Equatable, Sendable {
  /// Places of the scores, highest score first; ties by place.
  public let places: [UInt32]
  /// Whether the next one is lower: a threshold can pass here.
  public let isLastOfTie: [Bool]
  /// Whether two scores are equal.
  public let hasTies: Bool

  /// - Precondition: no score is NaN.
  public init(_ scores: [Double]) {
    let count = scores.count
    precondition(count < 1 << 29, "an order holds fewer than 2^29 scores")
    var keys = scores.map(Self.key)
    var places = [UInt32](0..<UInt32(count))
    Self.sort(&keys, &places)
    var isLast = [Bool](repeating: true, count: count)
    var ties = false
    if count > 1 {
      for index in 0..<count - 1 where keys[index] == keys[index + 1] {
        isLast[index] = false
        ties = true
      }
    }
    self.places = places
    isLastOfTie = isLast
    hasTies = ties
  }

  /// Ascending keys for descending scores.
  private static func key(_ score: Double) -> UInt64 {
    precondition(!score.isNaN, "a score is NaN")
    // Adding 0 makes -0 into 0.
    let bits = (score + 0).bitPattern
    return bits >> 63 == 1 ? bits : ~bits & ~(1 << 63)
  }

  private static func sort(_ keys: inout [UInt64], _ places: inout [UInt32]) {
    var sparePlaces = places
    var spareKeys = keys
    for shift in stride(from: 0, to: 64, by: 8) {
      let moved = keys.withUnsafeBufferPointer { from in
        places.withUnsafeBufferPointer { fromPlaces in
          spareKeys.withUnsafeMutableBufferPointer { to in
            sparePlaces.withUnsafeMutableBufferPointer { toPlaces in
              scatter(from, fromPlaces, to, toPlaces, by: UInt64(shift))
            }
          }
        }
      }
      if moved {
        swap(&keys, &spareKeys)
        swap(&places, &sparePlaces)
      }
    }
  }

  /// One stable pass over a byte of the keys; false, and nothing done, where all keys share that byte.
  private static func scatter(
    _ from: UnsafeBufferPointer<UInt64>, _ fromPlaces: UnsafeBufferPointer<UInt32>,
    _ to: UnsafeMutableBufferPointer<UInt64>, _ toPlaces: UnsafeMutableBufferPointer<UInt32>, by shift: UInt64
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
      starts.initialize(repeating: 0)
      for key in from { starts[Int((key >> shift) & 255)] &+= 1 }
      if starts.contains(from.count) { return false }
      var sum = 0
      for digit in 0..<256 {
        let count = starts[digit]
        starts[digit] = sum
        sum &+= count
      }
      for index in 0..<from.count {
        let key = from[index]
        let digit = Int((key >> shift) & 255)
        let slot = starts[digit]
        starts[digit] = slot &+ 1
        to[slot] = key
        toPlaces[slot] = fromPlaces[index]
      }
      return true
    }
  }
}
