import Maths
import Testing

/// Exact sums: what they come to, and that no order of models shows in a bit of them.
@Suite("Sums over models")
struct SideSumsTests {
  static let models = 12
  static let records = 700
  static let paths = KernelPath.allCases.filter(\.isSupported)

  /// Values of one pool with who trained on what: complementary pairs.
  private static func made(scale: Double) -> (values: [[Double]], trained: [[Bool]]) {
    var stream = Stream(seed: 5, stream: 0)
    var trained: [[Bool]] = []
    for _ in 0..<models / 2 {
      let half = (0..<records).map { _ in stream.below(2) == 0 }
      trained += [half, half.map { !$0 }]
    }
    let values = (0..<models).map { _ in (0..<records).map { _ in scale * (2 * stream.uniform() - 1) + scale / 3 } }
    return (values, trained)
  }

  private func moments(
    _ values: [[Double]], _ trained: [[Bool]], without: [Int] = []
  ) -> (outside: SideMoments, inside: SideMoments) {
    SideSums(records: Self.records, values: values, trained: trained, models: Self.models)
      .moments(without: without.map { values[$0] }, trained: without.map { trained[$0] })
  }

  @Test("give each side's count, mean and deviation", arguments: [1e-3, 1, 90, 1e4, 1e30, 1e300])
  func values(scale: Double) {
    let (values, trained) = Self.made(scale: scale)
    let (outside, inside) = moments(values, trained)
    for record in 0..<Self.records {
      for (side, isInside) in [(outside, false), (inside, true)] {
        let own = (0..<Self.models).filter { trained[$0][record] == isInside }.map { values[$0][record] / scale }
        let mean = own.reduce(0, +) / Double(own.count)
        let square = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(own.count)
        #expect(side.counts[record] == Double(own.count))
        #expect(abs(side.means[record] / scale - mean) < 1e-11)
        #expect(abs(side.deviations[record] / scale - square.squareRoot()) < 1e-11)
      }
    }
  }

  @Test("have the same bits in any order of the models")
  func order() {
    let (values, trained) = Self.made(scale: 3)
    var stream = Stream(seed: 6, stream: 0)
    let order = stream.shuffled(Array(0..<Self.models))
    let (outside, inside) = moments(values, trained)
    let moved = moments(order.map { values[$0] }, order.map { trained[$0] })
    #expect(moved.outside == outside && moved.inside == inside)
    let sums = ExactSums(records: Self.records, values: values, trained: trained, inside: true)
    let others = ExactSums(
      records: Self.records, values: order.map { values[$0] }, trained: order.map { trained[$0] }, inside: true)
    #expect(sums.means == others.means && sums.counts == inside.counts)
    #expect(
      ExactSums(records: Self.records, values: values).means
        == ExactSums(records: Self.records, values: order.map { values[$0] }).means)
  }

  @Test("without some models are what the others give", arguments: [[], [3], [4, 5], [2, 7]])
  func without(left: [Int]) {
    let (values, trained) = Self.made(scale: 3)
    let kept = (0..<Self.models).filter { !left.contains($0) }
    let (outside, inside) = moments(values, trained, without: left)
    let alone = moments(kept.map { values[$0] }, kept.map { trained[$0] })
    #expect(alone.outside == outside && alone.inside == inside)
    #expect([outside, inside].allSatisfy { Double($0.fewest) == $0.counts.min() })
  }

  @Test("are to two units in the last place what whole numbers of 128 bits give", arguments: paths)
  func wholeNumbers(path: KernelPath) {
    var stream = Stream(seed: 7, stream: 0)
    // Pools of every size up to 64, with values up to the last before the grid grows coarser.
    for models in [1, 2, 3, 7, 33, 64] {
      let trained = (0..<models).map { _ in (0..<Self.records).map { _ in stream.below(2) == 0 } }
      let values = (0..<models).map { _ in
        (0..<Self.records).map { record in
          let value = (2 * stream.uniform() - 1) * 128
          let last = 127.99999999999999
          return switch record % 4 {
          case 0: last
          case 1: value < 0 ? -last : last
          case 2: value / 1e6
          default: value
          }
        }
      }
      let sums = SideSums(records: Self.records, values: values, trained: trained, models: models, path: path)
      let exponent = Int.bitWidth - (models - 1).leadingZeroBitCount
      let grid = Double(sign: .plus, exponent: 55 - exponent, significand: 1)
      for left in [0, 1, 2] where left < models {
        let (outside, inside) = sums.moments(
          without: Array(values.prefix(left)), trained: Array(trained.prefix(left)))
        for record in 0..<Self.records {
          for (side, isInside) in [(outside, false), (inside, true)] {
            let own = (left..<models).filter { trained[$0][record] == isInside }.map { model in
              Int128((values[model][record] * grid).rounded(.toNearestOrAwayFromZero))
            }
            let (sum, squares) = own.reduce(into: (Int128(0), Int128(0))) { $0 = ($0.0 + $1, $0.1 + $1 * $1) }
            let spread = Double(Int128(own.count) * squares - sum * sum)
            let count = Double(max(own.count, 1))
            #expect(side.counts[record] == Double(own.count))
            #expect(
              abs(side.deviations[record] - spread.squareRoot() / count / grid) <= 2 * side.deviations[record].ulp)
            #expect(abs(side.means[record] - Double(sum) / count / grid) <= 2 * side.means[record].ulp)
          }
        }
      }
    }
  }

  @Test("have the same bits on every path", arguments: paths)
  func onEachPath(path: KernelPath) {
    let (values, trained) = Self.made(scale: 40)
    func found(_ path: KernelPath) -> (SideMoments, SideMoments, [Double]) {
      let sums = SideSums(records: Self.records, values: values, trained: trained, models: Self.models, path: path)
      let (outside, inside) = sums.moments(without: Array(values[4...5]), trained: Array(trained[4...5]))
      return (outside, inside, sums.onGrid(values[0]))
    }
    #expect(found(path) == found(.scalar))
  }

  @Test(
    "find no deviation, and just that mean, where all models say one thing", arguments: [0.1, -7.3, 31, 1e-9, 2e5])
  func constant(value: Double) {
    let (_, trained) = Self.made(scale: 1)
    let values = [[Double]](repeating: [Double](repeating: value, count: Self.records), count: Self.models)
    let sums = SideSums(records: Self.records, values: values, trained: trained, models: Self.models)
    let (outside, inside) = sums.moments(without: [], trained: [])
    let rounded = sums.onGrid(values[0])
    for record in 0..<Self.records {
      for side in [outside, inside] where side.counts[record] > 0 {
        #expect(side.deviations[record] == 0 && side.means[record] == rounded[record])
      }
    }
    #expect(abs(rounded[0] - value) <= 0x1p-51 * max(1, abs(value)))
  }

  /// Trees grown to the end say just this: a mean that is off by a step would be infinitely far from the target.
  @Test("find just the mean of what all models say, whatever its size and its last bit", arguments: paths)
  func sameOfAll(path: KernelPath) {
    let (_, trained) = Self.made(scale: 1)
    var stream = Stream(seed: 8, stream: 0)
    let said = (0..<Self.records).map { record in
      let size = Elementary.exp(30 * stream.uniform() - 15)
      return record.isMultiple(of: 2) ? size : -size
    }
    let sums = SideSums(
      records: Self.records, values: [[Double]](repeating: said, count: Self.models), trained: trained,
      models: Self.models, path: path)
    let (outside, inside) = sums.moments(without: [said], trained: [trained[0]])
    let rounded = sums.onGrid(said)
    for record in 0..<Self.records {
      for side in [outside, inside] where side.counts[record] > 0 {
        #expect(side.deviations[record] == 0 && side.means[record] == rounded[record])
      }
    }
  }

  @Test("name the first record that has a value which is no finite number", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) {
    var (values, trained) = Self.made(scale: 1)
    values[3][600] = value
    values[5][44] = -value
    let sums = SideSums(records: Self.records, values: values, trained: trained, models: Self.models)
    #expect(sums.firstNotFinite == 44)
    #expect(values[5].firstNotFinite == 44 && values[3].firstNotFinite == 600 && values[0].firstNotFinite == nil)
    #expect(ExactSums(records: Self.records, values: values).means.firstNotFinite == 44)
  }

  @Test("may be of no record")
  func empty() {
    let sums = SideSums(records: 0, values: [[], []], trained: [[], []], models: 2)
    #expect(sums.firstNotFinite == nil && sums.moments(without: [[]], trained: [[]]).inside.counts.isEmpty)
  }
}
