import Maths
import Study

/// For each record a number that stands for its features: equal features have equal ones.
struct FeatureKeys {
  /// 128 bits: two records of different features have the same with a probability of 1e-38.
  struct Key: Hashable, Sendable {
    var low: UInt64
    var high: UInt64

    mutating func add(_ word: UInt64) {
      low = Stream.mix(low ^ word &* Stream.golden)
      high = Stream.mix(high &+ word &* Self.other)
    }

    /// An odd number with no relation to the other one.
    private static let other: UInt64 = 0xD1B5_4A32_D192_ED03
  }

  /// N.
  let keys: [Key]

  init(_ records: Records) {
    var keys = [Key](repeating: Key(low: 1, high: 2), count: records.count)
    for column in records.columns {
      switch column.values {
      case .numbers(let numbers, let missing):
        for row in keys.indices {
          // Zero has two signs and is one number.
          keys[row].add(UInt64((numbers[row] + 0).bitPattern) << 1 | (missing[row] ? 1 : 0))
        }
      case .codes(let codes, _):
        for row in keys.indices { keys[row].add(UInt64(codes[row])) }
      }
    }
    self.keys = keys
  }
}
