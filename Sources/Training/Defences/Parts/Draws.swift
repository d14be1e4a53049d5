import Maths

/// What the learners around a model family draw from their seed, apart from the family's own streams.
enum Draws: UInt64 {
  // Families number their streams from 0: these lie far above.
  case bag = 0x4000_0000
  case absence, stranger, member, halves, teacher, student, noise, synthesis

  func stream(seed: UInt64, index: Int = 0) -> Stream {
    Stream(seed: seed, stream: rawValue << 32 | UInt64(index))
  }
}

extension Stream {
  /// The next number between 0 and 1, neither of them.
  mutating func between() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }
}
