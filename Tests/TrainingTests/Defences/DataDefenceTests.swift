import Maths
import Privacy
import Study
import Testing
import Training

@Suite("Data defences")
struct DataDefenceTests {
  private let records = sample(300, classes: 3)
  private let rows = Array(stride(from: 100, to: 300, by: 2))
  private let population = Array(0..<100)

  /// What a learner inside a defence is given.
  private func given(
    _ defence: any Defence, _ records: Records, rows: [Int], seed: UInt64 = 1
  ) throws -> Spy.Call {
    let spy = Spy()
    _ = try defence.wrap(spy, population: population).train(on: records, rows: rows, recipe: Recipe(), seed: seed)
    return try #require(spy.log.calls.last)
  }

  @Test("of near-duplicates the first stays and no two of one label are left")
  func nearDuplicates() throws {
    // Of ten evenly spaced values 0 to 9 the range is 9: neighbours are 1/9 apart.
    let values = (0..<10).map(Float.init) + [2.01, 2.02, 7, 2.01]
    let table = table([values], labels: values.indices.map { $0 == 12 ? 1 : 0 })
    let left = try given(NearDuplicates(distance: 0.01), table, rows: Array(values.indices)).rows
    // 7 with the other label repeats nothing.
    #expect(left == Array(0..<10) + [12])
    #expect(try given(NearDuplicates(distance: 0), table, rows: Array(values.indices)).rows == Array(0..<13))
    // Two of the first three are needed only where they are members.
    #expect(try given(NearDuplicates(distance: 0.01), table, rows: [0, 10, 11, 13]).rows == [0, 10])
    #expect(try given(NearDuplicates(distance: 0.12), table, rows: Array(values.indices)).rows == [0, 2, 4, 6, 8, 12])
  }

  @Test("a missing value is near another missing one alone, and a level only itself")
  func mixed() throws {
    let records = Records(
      columns: [
        Column(name: "age", values: .numbers([0, 0, 0, 8], missing: [true, true, false, false])),
        Column(name: "colour", values: .codes([0, 0, 0, 1], levels: ["red", "blue"])),
      ], labels: [0, 0, 0, 0], classes: ["no", "yes"], subjects: [0, 1, 2, 3])
    #expect(try given(NearDuplicates(distance: 0.4), records, rows: [0, 1, 2, 3]).rows == [0, 2, 3])
  }

  @Test("coarsening leaves every combination of features to k records of the half or more", arguments: [2, 5, 20, 100])
  func anonymous(k: Int) throws {
    let call = try given(KAnonymity(k: k), records, rows: rows)
    #expect(call.rows == rows && call.records.labels == records.labels)
    let combinations = Dictionary(grouping: rows) { call.records.features(of: $0) }
    #expect(combinations.values.allSatisfy { $0.count >= k })
    // Parts of twice k are cut where they can be: there are about as many as there can be.
    if k <= 20 { #expect(combinations.count >= rows.count / (3 * k)) }
    // An outsider has the features of a part as well.
    let seen = Set(combinations.keys)
    #expect((0..<300).allSatisfy { seen.contains(call.records.features(of: $0)) })
  }

  @Test("cuts depend on the half alone, and what the model is asked is coarsened by the same ones")
  func cuts() throws {
    let other = sample(300, classes: 3, seed: 2)
    let mixed = mixing(records, where: Set(rows), with: other)
    let (one, two) = (try given(KAnonymity(k: 5), records, rows: rows), try given(KAnonymity(k: 5), mixed, rows: rows))
    for row in rows { #expect(one.records.features(of: row) == two.records.features(of: row)) }
    let learner = KAnonymity(k: 5).wrap(DecisionTree.standard, population: population)
    let model = try learner.train(on: records, rows: rows, recipe: DecisionTree.standard.recipe, seed: 1)
    let coarse = model.signal(for: one.records), plain = model.signal(for: records)
    let told = Dictionary(grouping: 0..<300) { one.records.features(of: $0) }
    for part in told.values { #expect(Set(part.map { Array(plain.values.row($0)) }).count == 1) }
    #expect(coarse.values.rows == 300)
  }

  @Test("a half smaller than k is an obstacle")
  func tooFew() {
    let learner = KAnonymity(k: 101).wrap(Spy(), population: population)
    #expect(learner.obstacle(to: records, members: 100)?.contains("101 records") ?? false)
    #expect(learner.obstacle(to: records, members: 101) == nil)
  }

  @Test("made-up records cost the budget that was asked for, by both accountants", arguments: [0.5, 1, 8])
  func budget(epsilon: Double) throws {
    let defence = DPSynthetic(epsilon: epsilon, delta: 1e-5, bins: 8)
    let releases = try defence.releases(columns: 13)
    #expect(releases.map(\.steps) == [14])
    let told = try LossAccountant(releases).epsilon(delta: 1e-5)
    #expect(told.pessimistic <= epsilon * (1 + 1e-9) && told.optimistic > 0.999 * epsilon)
    // Zero-concentrated privacy bounds the same from above.
    let noise = try defence.noise(columns: 13)
    let rho = try ConcentratedPrivacy(rho: 14 * 0.5 / (noise * noise))
    #expect(try rho.epsilon(delta: 1e-5) >= epsilon * (1 - 1e-9))
  }

  @Test("a person moves each table of counts by 1 at most, however many records are hers")
  func sensitivity() throws {
    let many = Records(
      columns: records.columns, labels: records.labels, classes: records.classes,
      subjects: (0..<300).map { $0 < 290 ? $0 : 290 })
    let bins = many.columns.map { PublicBins($0, population: population, most: 8) }
    func tables(_ rows: [Int]) -> [[Double]] {
      let counts = NoisyMarginals(of: many, rows: rows, bins: bins, noise: 0, source: .counted(seed: 1))
      return [counts.labels] + counts.values
    }
    for pair in zip(tables(Array(100..<290)), tables(Array(100..<300))) {
      let norm = zip(pair.0, pair.1).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      #expect(norm > 0 && norm <= 1 + 1e-12)
    }
    #expect(tables(Array(100..<290)).map(\.count) == [3, 24, 27, 9])
  }

  @Test("the noise on counts has the deviation that the budget asks for")
  func noise() throws {
    let defence = DPSynthetic(epsilon: 1, delta: 1e-5, bins: 8)
    let deviation = try defence.noise(columns: 3)
    let bins = records.columns.map { PublicBins($0, population: population, most: 8) }
    let exact = NoisyMarginals(of: records, rows: rows, bins: bins, noise: 0, source: .counted(seed: 1))
    var squares: [Double] = []
    for seed in 0..<100 as Range<UInt64> {
      let noisy = NoisyMarginals(of: records, rows: rows, bins: bins, noise: deviation, source: .counted(seed: seed))
      for (a, b) in zip([noisy.labels] + noisy.values, [exact.labels] + exact.values) {
        squares += zip(a, b).map { ($0 - $1) * ($0 - $1) }
      }
    }
    let found = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
    // 6,300 draws tell a deviation to 1 %.
    #expect(squares.count == 6_300 && abs(found / deviation - 1) < 0.04)
    let secure = (0..<2).map { _ in
      NoisyMarginals(of: records, rows: rows, bins: bins, noise: deviation, source: .system).values
    }
    #expect(secure[0] != secure[1] && secure[0] != exact.values)
    let apart = zip(secure[0].joined(), exact.values.joined()).map { ($0 - $1) * ($0 - $1) }
    // 60 draws tell it to a tenth.
    #expect(abs((apart.reduce(0, +) / Double(apart.count)).squareRoot() / deviation - 1) < 0.5)
  }

  @Test("made-up records hold values of the population alone, and with little noise the half's proportions")
  func synthesis() throws {
    let call = try given(DPSynthetic(epsilon: 1_000, delta: 1e-5, bins: 8), records, rows: rows)
    #expect(call.rows == Array(300..<call.records.count) && abs(call.rows.count - 100) <= 2)
    for (column, place) in zip(records.columns, 0...) {
      let known = Set(population.map { records.features(of: $0)[place] })
      #expect(call.rows.allSatisfy { known.contains(call.records.features(of: $0)[place]) }, "\(column.name)")
    }
    let large = NoisyMarginals(
      of: records, rows: rows, bins: records.columns.map { PublicBins($0, population: population, most: 8) }, noise: 0,
      source: .counted(seed: 1))
    let made = large.records(20_000, like: records, seed: 1)
    func share(_ rows: [Int], _ records: Records) -> Double {
      let yes = rows.filter { records.labels[$0] == 1 && records.features(of: $0)[2] == "blue" }
      return Double(yes.count) / Double(rows.count)
    }
    let blue = population.contains { records.features(of: $0)[2] == "blue" }
    #expect(blue && abs(share(Array(300..<20_300), made) - share(rows, records)) < 0.015)
  }

  @Test("made-up records depend on the half and the population alone")
  func blind() throws {
    let mixed = mixing(records, where: Set(rows).union(population), with: sample(300, classes: 3, seed: 2))
    let defence = DPSynthetic(epsilon: 4, delta: 1e-5, bins: 8)
    let (one, two) = (try given(defence, records, rows: rows), try given(defence, mixed, rows: rows))
    #expect(one.rows == two.rows)
    for row in one.rows {
      #expect(one.records.features(of: row) == two.records.features(of: row))
      #expect(one.records.labels[row] == two.records.labels[row])
    }
    #expect(try given(defence, records, rows: rows, seed: 2).records.labels != one.records.labels)
  }

  /// The first records where `isKept`, the others elsewhere.
  private func mixing(_ one: Records, where isKept: Set<Int>, with other: Records) -> Records {
    let columns = zip(one.columns, other.columns).map { first, second -> Column in
      switch (first.values, second.values) {
      case (.numbers(let a, let missing), .numbers(let b, let lacking)):
        first.replacing(
          .numbers(
            a.indices.map { isKept.contains($0) ? a[$0] : b[$0] },
            missing: a.indices.map { isKept.contains($0) ? missing[$0] : lacking[$0] }))
      case (.codes(let a, let levels), .codes(let b, _)):
        first.replacing(.codes(a.indices.map { isKept.contains($0) ? a[$0] : b[$0] }, levels: levels))
      default: first
      }
    }
    return Records(
      columns: columns, labels: one.labels.indices.map { isKept.contains($0) ? one.labels[$0] : other.labels[$0] },
      classes: one.classes, subjects: one.subjects)
  }
}
