import Maths
import Study
import Testing

/// Copies differ from their records as their columns allow, and by what the population shows alone.
@Suite("Altered copies")
struct AlteredRecordsTests {
  /// 400 records of a number of deviation 2, a whole one, a truth that is rarely 1, and a category; some missing.
  static let records = {
    let rows = Array(0..<400)
    return Records(
      columns: [
        Column(name: "real", values: .numbers(rows.map { $0 % 2 == 0 ? -2 : 2 }, missing: rows.map { $0 % 10 == 3 })),
        Column(
          name: "whole", values: .numbers(rows.map { Float($0 % 7) }, missing: rows.map { _ in false }), grid: .whole),
        Column(
          name: "truth", values: .numbers(rows.map { $0 % 5 == 0 ? 1 : 0 }, missing: rows.map { $0 % 9 == 1 }),
          grid: .truth),
        Column(name: "level", values: .codes(rows.map { Int32($0 % 3) }, levels: ["a", "b", "c"])),
        Column(name: "flat", values: .numbers(rows.map { _ in 4 }, missing: rows.map { _ in false })),
      ], labels: rows.map { $0 % 2 }, classes: ["no", "yes"], subjects: rows)
  }()
  static let population = Array(300..<400)

  private func altered(
    seed: UInt64 = 1, records: Records = Self.records, alteration: Alteration = .standard
  ) -> AlteredRecords {
    AlteredRecords(records, population: Self.population, alteration: alteration, seed: seed)
  }

  private func numbers(_ records: Records, _ column: Int) throws -> (values: [Float], missing: [Bool]) {
    guard case .numbers(let values, let missing) = records.columns[column].values else {
      throw NotNumbers()
    }
    return (values, missing)
  }

  private struct NotNumbers: Error {}

  @Test("are the same for the same seed and number, and differ between seeds and numbers")
  func repeatable() {
    #expect(altered().copy(3).columns == altered().copy(3).columns)
    #expect(altered().copy(3).columns != altered().copy(4).columns)
    #expect(altered().copy(3).columns != altered(seed: 2).copy(3).columns)
  }

  @Test("keep columns, levels, labels, persons and what is missing, and so the same design")
  func kept() throws {
    let copy = altered().copy(15)
    #expect(copy.labels == Self.records.labels && copy.subjects == Self.records.subjects)
    #expect(copy.design.roles == Self.records.design.roles)
    for column in [0, 2] {
      #expect(try numbers(copy, column).missing == numbers(Self.records, column).missing)
      for (value, isMissing) in zip(try numbers(copy, column).values, try numbers(copy, column).missing) where isMissing
      {
        #expect(try numbers(Self.records, column).values.contains(value))
      }
    }
    #expect(copy.columns[4] == Self.records.columns[4])
  }

  @Test("add noise in proportion to the population's deviation, a quarter of full strength half-way up the ladder")
  func noise() throws {
    let ladder = altered()
    for (index, expected) in [(15, 2.0), (7, 0.5)] {
      let (values, missing) = try numbers(ladder.copy(index), 0)
      let before = try numbers(Self.records, 0).values
      let changes = values.indices.filter { !missing[$0] }.map { Double(values[$0] - before[$0]) }
      let mean = changes.reduce(0, +) / Double(changes.count)
      let deviation = (changes.reduce(0) { $0 + $1 * $1 } / Double(changes.count)).squareRoot()
      // 360 draws: the mean's deviation is 5 % of the noise's, the deviation's 4 %.
      #expect(abs(mean) < 0.2 * expected && abs(deviation - expected) < 0.16 * expected)
    }
  }

  @Test("leave whole numbers whole and truths 0 or 1")
  func grids() throws {
    let copy = altered().copy(15)
    #expect(try numbers(copy, 1).values.allSatisfy { $0 == $0.rounded() })
    #expect(try numbers(copy, 1).values != numbers(Self.records, 1).values)
    #expect(try numbers(copy, 2).values.allSatisfy { $0 == 0 || $0 == 1 })
  }

  @Test("exchange categories for those of the population with the stated probability")
  func exchange() {
    let rows = Array(0..<400)
    // The population holds c alone: whatever is drawn anew is c.
    let records = Records(
      columns: [Column(name: "l", values: .codes(rows.map { $0 < 300 ? 0 : 2 }, levels: ["a", "b", "c"]))],
      labels: rows.map { _ in 0 }, classes: ["no"], subjects: rows)
    guard case .codes(let codes, _) = altered(records: records).copy(15).columns[0].values else {
      Issue.record("codes became numbers")
      return
    }
    let drawn = codes.prefix(300).count { $0 == 2 }
    // 300 coins of one half: the deviation is 8.7.
    #expect(codes.prefix(300).allSatisfy { $0 == 0 || $0 == 2 } && abs(drawn - 150) < 35)
    #expect(codes.suffix(100).allSatisfy { $0 == 2 })
  }

  @Test("learn nothing from the records under test")
  func outside() throws {
    let rows = Array(0..<400)
    func wild(_ factor: Float) -> Records {
      Records(
        columns: [
          Column(
            name: "x",
            values: .numbers(rows.map { Float($0 % 2) * ($0 < 300 ? factor : 1) }, missing: rows.map { _ in false }))
        ], labels: rows.map { _ in 0 }, classes: ["no"], subjects: rows)
    }
    let tame = try numbers(altered(records: wild(1)).copy(15), 0).values
    let huge = try numbers(altered(records: wild(1000)).copy(15), 0).values
    // Row 0 holds 0 in both: the same noise was added.
    #expect(tame[0] == huge[0] && tame[350...] == huge[350...])
  }

  @Test("are counted right where the true label's answer is the largest, of equal ones the first")
  func share() {
    // A near and a far copy of three records: right and right; right by the tie, wrong; wrong by the tie, right.
    let answers = Signal(
      kind: .probabilities, resolution: 0,
      values: Matrix(
        rows: 6, columns: 2, elements: [0.9, 0.1, 0.5, 0.5, 0.5, 0.5, 0.8, 0.2, 0.1, 0.9, 0.3, 0.7]))
    #expect(CopyShares(answers, labels: [0, 0, 1]) == CopyShares(near: [1, 1, 0], far: [1, 0, 1]))
  }
}
