import Maths

/// `count` numbers in -1..<1.
func numbers(_ count: Int, seed: UInt64) -> [Float] {
  var stream = Stream(seed: seed, stream: 0)
  return (0..<count).map { _ in Float(2 * stream.uniform() - 1) }
}
