import Study
import Testing

@Suite("A pool's design")
struct PoolDesignTests {
  /// 300 records of two classes, two in three in class 0.
  static let labels = (0..<300).map { $0 % 3 == 0 ? 1 : 0 }

  @Test("sets aside the population by the rule, in the shares of the classes")
  func population() throws {
    let design = try PoolDesign(records: records(labels: Self.labels), models: 8, population: nil, seed: 3)
    #expect(design.population.count == 100 && design.tested.count == 200)
    #expect(design.population.filter { Self.labels[$0] == 1 }.count == 33)
    #expect(Set(design.population).isDisjoint(with: design.tested))
    #expect(PoolDesign.standardPopulation(records: 20_000) == 2_000)
  }

  @Test("gives complementary pairs that halve each class")
  func pairs() throws {
    let design = try PoolDesign(records: records(labels: Self.labels), models: 8, population: nil, seed: 3)
    for pair in 0..<4 {
      let (one, other) = (design.membership.row(2 * pair), design.membership.row(2 * pair + 1))
      #expect(zip(one, other).allSatisfy { $0 != $1 })
      for label in 0...1 {
        let ofClass = design.tested.indices.filter { Self.labels[design.tested[$0]] == label }
        let members = ofClass.filter { design.membership.contains(model: 2 * pair, record: $0) }
        #expect(abs(2 * members.count - ofClass.count) <= 1)
      }
    }
  }

  @Test("grows from K to 2K without moving a record")
  func growth() throws {
    let small = try PoolDesign(records: records(labels: Self.labels), models: 8, population: nil, seed: 3)
    let large = try PoolDesign(records: records(labels: Self.labels), models: 16, population: nil, seed: 3)
    #expect(small.population == large.population && small.tested == large.tested)
    for model in 0..<8 { #expect(small.rows(ofModel: model) == large.rows(ofModel: model)) }
  }

  @Test("never parts a person's records")
  func subjects() throws {
    let persons = (0..<300).map { $0 / 3 }
    let labels = persons.map { $0 % 2 }
    let design = try PoolDesign(
      records: records(labels: labels, subjects: persons), models: 8, population: 90, seed: 5)
    #expect(Set(design.population.map { persons[$0] }).isDisjoint(with: design.tested.map { persons[$0] }))
    for model in 0..<8 {
      let members = Set(design.rows(ofModel: model).map { persons[$0] })
      let outside = Set(design.tested.map { persons[$0] }).subtracting(members)
      #expect(design.rows(ofModel: model).count == 3 * members.count && !outside.isEmpty)
    }
  }

  @Test("redraws the whole membership by the same rule")
  func null() throws {
    let design = try PoolDesign(records: records(labels: Self.labels), models: 8, population: nil, seed: 3)
    let other = design.redrawn(seed: 3)
    #expect(other != design.membership)
    #expect(zip(other.row(4), other.row(5)).allSatisfy { $0 != $1 })
  }

  @Test("is refused where records, classes or models do not suffice")
  func refused() {
    #expect(throws: PoolError.oddModels(7)) {
      try PoolDesign(records: records(labels: Self.labels), models: 7, population: nil, seed: 0)
    }
    #expect(throws: PoolError.tooFewRecords(records: 120, population: 100, needed: 40)) {
      try PoolDesign(records: records(labels: (0..<120).map { $0 % 2 }), models: 8, population: nil, seed: 0)
    }
    #expect(throws: PoolError.tooFewOfClass(name: "class 1", found: 2, needed: 4)) {
      try PoolDesign(
        records: records(labels: (0..<200).map { $0 < 3 ? 1 : 0 }), models: 8, population: 100, seed: 0)
    }
  }
}
