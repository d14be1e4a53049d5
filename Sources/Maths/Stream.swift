/// A counter-based random stream: the i-th number depends on the key and on i alone.
///
/// Equal seeds and stream numbers give equal numbers on every machine, and drawing more of one stream never moves
/// another. Nothing here calls the standard library's algorithms, which may change between releases.
///
/// - Source: the finaliser of Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
public struct Stream: RandomNumberGenerator, Sendable {
  private let key: UInt64
  private var counter: UInt64 = 0

  /// The stream `stream` of `seed`: key = mix(seed + stream * golden).
  public init(seed: UInt64, stream: UInt64) {
    key = Self.mix(seed &+ stream &* Self.golden)
  }

  @inlinable
  public static var golden: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// The SplitMix64 finaliser, a bijection of 64-bit words.
  @inlinable
  public static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  public mutating func next() -> UInt64 {
    counter &+= 1
    return Self.mix(key &+ counter &* Self.golden)
  }

  /// The next number in [0, 1), a multiple of 2^-53.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// The next whole number in `0..<bound`, without bias.
  ///
  /// - Precondition: `bound` is positive.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0)
    let range = UInt64(bound)
    let unbiased = (0 &- range) % range
    while true {
      let product = next().multipliedFullWidth(by: range)
      if product.low >= unbiased { return Int(product.high) }
    }
  }

  /// A seed for a child that has streams of its own.
  public mutating func seed() -> UInt64 { next() }

  /// `values` in random order (Fisher and Yates).
  public mutating func shuffled<Element>(_ values: [Element]) -> [Element] {
    var result = values
    for last in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(last, below(last + 1)) }
    return result
  }
}
