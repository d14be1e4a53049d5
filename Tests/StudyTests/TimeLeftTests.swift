import Study
import Testing

@Suite("The time left")
struct TimeLeftTests {
  /// Two workers on parts of 0.2, 1 and 30 seconds whose order is by size, on a machine `slower` times as slow as was
  /// expected; what is told after each part, beside what it really took.
  private func told(slower: Double, ascending: Bool) -> [(share: Double, ratio: Double)] {
    let sizes: [Double] = (0..<120).map { place -> Double in [0.2, 1, 30][place / 40] }
    let parts: [Double] = ascending ? sizes : Array(sizes.reversed())
    var left = TimeLeft(
      parts: Dictionary(uniqueKeysWithValues: parts.enumerated().map { ("\($0)", $1) }), workers: 2)
    let total = parts.reduce(0, +) * slower / 2
    var elapsed = 0.0
    return parts.enumerated().dropLast().map { place, seconds in
      elapsed += seconds * slower / 2
      left.finish("\(place)", worked: true)
      return (elapsed / total, left.seconds(elapsed: elapsed) / (total - elapsed))
    }
  }

  @Test(
    "is within a fifth after a tenth of the work, short parts first or last, on faster and slower machines",
    arguments: [0.5, 1, 1.7, 4], [true, false])
  func settles(slower: Double, ascending: Bool) {
    for (share, ratio) in told(slower: slower, ascending: ascending) where share > 0.1 {
      #expect(abs(ratio - 1) < 0.2, "\(share) \(ratio)")
    }
  }

  @Test("counts what lay ready as no work, and each part once")
  func ready() {
    var left = TimeLeft(parts: ["a": 100, "b": 100, "c": 100], workers: 1)
    #expect(left.seconds(elapsed: 0) == 300)
    left.finish("a", worked: false)
    left.finish("a", worked: true)
    #expect(left.seconds(elapsed: 0) == 200)
    left.finish("b", worked: true)
    #expect(abs(left.seconds(elapsed: 100) - 100) < 1e-9)
    left.finish("unknown", worked: true)
    left.finish("c", worked: true)
    #expect(left.seconds(elapsed: 200) == 0)
  }
}
