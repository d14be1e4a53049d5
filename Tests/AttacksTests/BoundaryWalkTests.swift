import Attacks
import Maths
import Study
import Testing

@Suite("The walk along the boundary")
struct BoundaryWalkTests {
  /// 200 records of four numbers of deviation about 1, the last half the population.
  static func numbers(grid: Column.Grid = .real, scale: Float = 1) -> Records {
    var stream = Stream(seed: 5, stream: 0)
    let columns = (0..<4).map { place in
      let values = (0..<200).map { _ in
        let value = scale * Float(Normal.standard.quantile(0.001 + 0.998 * stream.uniform()))
        return grid == .whole ? value.rounded() : value
      }
      return Column(
        name: "c\(place)", values: .numbers(values, missing: values.map { _ in false }), grid: grid)
    }
    return Records(
      columns: columns, labels: [Int](repeating: 1, count: 200), classes: ["no", "yes"], subjects: Array(0..<200))
  }

  static let weights = [1.0, -0.5, 0.25, 2]

  /// 1 above a plane.
  static func plane(_ records: Records) -> [Int] {
    (0..<records.count).map { row in
      var sum = 0.3
      for (column, weight) in zip(records.columns, weights) {
        if case .numbers(let values, _) = column.values { sum += weight * Double(values[row]) }
      }
      return sum > 0 ? 1 : 0
    }
  }

  @Test("Comes near the true distance to a plane, within its queries")
  func plane() throws {
    let records = Self.numbers()
    let labels = Self.plane(records)
    let space = QuerySpace(records, population: Array(100..<200))
    let found = BoundaryWalk(space: space, queries: 1000, seed: 7).distances(of: Array(0..<100), answer: Self.plane)
    let deviations = (0..<4).map { column -> Double in
      guard case .numbers(let all, _) = records.columns[column].values else { return 0 }
      let values = all[100...].map(Double.init)
      let mean = values.reduce(0, +) / 100
      return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100).squareRoot()
    }
    let norm = zip(Self.weights, deviations).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 }.squareRoot()
    for (row, found) in found.enumerated() {
      guard labels[row] == 1 else {
        #expect(found.distance == 0 && found.queries == 1)
        continue
      }
      var sum = 0.3
      for (column, weight) in zip(records.columns, Self.weights) {
        if case .numbers(let values, _) = column.values { sum += weight * Double(values[row]) }
      }
      let truth = sum / norm
      #expect(found.distance >= truth * 0.999 && found.distance <= truth * 1.12 + 0.01, "\(found.distance), \(truth)")
      #expect((300...1000).contains(found.queries))
    }
  }

  @Test("More queries come nearer")
  func queries() {
    let space = QuerySpace(Self.numbers(), population: Array(100..<200))
    let sums = [60, 300, 1000].map { queries in
      BoundaryWalk(space: space, queries: queries, seed: 7).distances(of: Array(0..<100), answer: Self.plane)
        .reduce(0) { $0 + $1.distance }
    }
    #expect(sums[1] < 0.95 * sums[0] && sums[2] < sums[1])
  }

  @Test("A record's walk does not depend on who walks beside it")
  func alone() {
    let space = QuerySpace(Self.numbers(), population: Array(100..<200))
    let walk = BoundaryWalk(space: space, queries: 400, seed: 7)
    let all = walk.distances(of: Array(0..<100), answer: Self.plane)
    #expect([3, 40, 99].map { walk.distances(of: [$0], answer: Self.plane)[0] } == [3, 40, 99].map { all[$0] })
  }

  @Test("Whole numbers stay whole, categories stay among their levels, gaps stay gaps")
  func types() {
    let base = Self.numbers(grid: .whole, scale: 10)
    var stream = Stream(seed: 6, stream: 0)
    let codes = (0..<200).map { _ in Int32(stream.below(3)) }
    let truths = (0..<200).map { _ in Float(stream.below(2)) }
    let gaps = (0..<200).map { $0 % 5 == 0 }
    guard case .numbers(let first, _) = base.columns[0].values else { return }
    let records = Records(
      columns: [
        Column(
          name: "n", values: .numbers(zip(first, gaps).map { $1 ? 0 : $0 }, missing: gaps), grid: .whole),
        Column(name: "k", values: .codes(codes, levels: ["a", "b", "c"])),
        Column(name: "t", values: .numbers(truths, missing: truths.map { _ in false }), grid: .truth),
      ], labels: [Int](repeating: 1, count: 200), classes: ["no", "yes"], subjects: Array(0..<200))
    var asked = 0
    /// Yes where two of three signs hold.
    func answer(_ records: Records) -> [Int] {
      guard case .numbers(let n, let missing) = records.columns[0].values,
        case .codes(let k, let levels) = records.columns[1].values,
        case .numbers(let t, _) = records.columns[2].values
      else { return [] }
      asked += records.count
      #expect(levels.count == 3 && k.allSatisfy { (0..<3).contains($0) } && t.allSatisfy { $0 == 0 || $0 == 1 })
      #expect(zip(n, missing).allSatisfy { $0 == $0.rounded() && (!$1 || $0 == 0) })
      return n.indices.map { (n[$0] > 2 ? 1 : 0) + (k[$0] == 0 ? 1 : 0) + (t[$0] == 1 ? 1 : 0) >= 2 ? 1 : 0 }
    }
    let rows = Array(0..<100)
    let space = QuerySpace(records, population: Array(100..<200))
    let found = BoundaryWalk(space: space, queries: 300, seed: 1).distances(of: rows, answer: answer)
    #expect(asked == found.reduce(100) { $0 + $1.queries }, "each label is counted, and the population's once")
    // Deviation over the population's numbers that are there.
    let known = (100..<200).filter { !gaps[$0] }.map { Double(first[$0]) }
    let mean = known.reduce(0, +) / Double(known.count)
    let deviation = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)).squareRoot()
    var checked = 0
    for row in rows {
      let number = gaps[row] ? 0 : Double(first[row])
      // Squared, what it takes to take each sign away.
      let costs = [
        number > 2 ? ((number - 2) / deviation) * ((number - 2) / deviation) : nil, codes[row] == 0 ? 2 : nil,
        truths[row] == 1 ? 2 : nil,
      ].compactMap { $0 }.sorted()
      guard costs.count >= 2 else {
        #expect(found[row].distance == 0)
        continue
      }
      let needed = costs.count - 1
      let (least, most) = (costs.prefix(needed).reduce(0, +), costs.suffix(needed).reduce(0, +))
      #expect(found[row].distance >= least.squareRoot() - 1e-6, "no nearer answer exists")
      #expect(found[row].distance <= most.squareRoot() + 1e-6, "and no sign is taken away in vain")
      checked += 1
    }
    #expect(checked > 20)
  }

  @Test("Where the model gives one answer alone the boundary is infinitely far")
  func constant() {
    let space = QuerySpace(Self.numbers(), population: Array(100..<200))
    let found = BoundaryWalk(space: space, queries: 100, seed: 1).distances(of: [0, 1]) { records in
      [Int](repeating: 1, count: records.count)
    }
    #expect(found.allSatisfy { $0.distance == .infinity && $0.queries == 1 })
  }
}
