extension [Double] {
  /// The values, ascending, sorted by their bits (radix): some times faster than by comparison from a thousand on.
  ///
  /// -0 comes before 0. O(N) time, 8 bytes a value beside the result.
  ///
  /// - Precondition: no value is NaN.
  package func sortedByBits() -> [Double] {
    var keys = map(Self.key)
    var spare = keys
    for shift in stride(from: UInt64(0), to: 64, by: Self.digitBits) {
      let moved = keys.withUnsafeBufferPointer { from in
        spare.withUnsafeMutableBufferPointer { to in Self.scatter(from, to, by: shift) }
      }
      if moved { swap(&keys, &spare) }
    }
    return keys.map(Self.value)
  }

  /// 2,048 counts stay in the nearest cache, and six passes do.
  private static var digitBits: UInt64.Stride { 11 }

  /// Order as the values do: all bits of negative ones are flipped, the sign alone of others.
  private static func key(_ value: Double) -> UInt64 {
    precondition(!value.isNaN, "what is no number has no place in an order")
    let bits = value.bitPattern
    return bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
  }

  private static func value(_ key: UInt64) -> Double {
    Double(bitPattern: key ^ (UInt64(bitPattern: ~Int64(bitPattern: key) >> 63) | 1 << 63))
  }

  /// One stable pass over a digit of the keys; false, and nothing done, where all keys share it.
  private static func scatter(
    _ from: UnsafeBufferPointer<UInt64>, _ to: UnsafeMutableBufferPointer<UInt64>, by shift: UInt64
  ) -> Bool {
    let mask = UInt64(1) << digitBits - 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << digitBits) { starts in
      starts.initialize(repeating: 0)
      for key in from { starts[Int(truncatingIfNeeded: key &>> shift & mask)] &+= 1 }
      if starts.contains(from.count) { return false }
      var sum = 0
      for digit in starts.indices {
        let count = starts[digit]
        starts[digit] = sum
        sum &+= count
      }
      for key in from {
        let digit = Int(truncatingIfNeeded: key &>> shift & mask)
        to[starts[digit]] = key
        starts[digit] &+= 1
      }
      return true
    }
  }
}
