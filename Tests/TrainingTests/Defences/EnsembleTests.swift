import Maths
import Study
import Testing
import Training

@Suite("Ensembles")
struct EnsembleTests {
  private let records = sample(200, classes: 3)
  private let rows = Array(stride(from: 0, to: 200, by: 2))

  private func train(
    _ defence: any Defence, _ spy: Spy, on records: Records? = nil, seed: UInt64 = 1
  ) throws -> any Model {
    try defence.wrap(spy, population: []).train(
      on: records ?? self.records, rows: rows, recipe: Recipe(), seed: seed)
  }

  @Test("bagging answers with the mean of its models, told as much finer")
  func mean() throws {
    let spy = Spy()
    let signal = try train(Bagging(models: 8, share: 0.5, replacement: false), spy).signal(for: records)
    #expect(spy.log.calls.count == 8 && signal.kind == .votes && signal.resolution == 0.25 / 8)
    #expect(Set(spy.log.calls.map(\.seed)).count == 8 && Set(spy.log.calls.map(\.rows)).count == 8)
    for call in spy.log.calls { #expect(call.rows.count == 50 && Set(call.rows).isSubset(of: rows)) }
    for row in 0..<200 {
      let saw = spy.log.calls.filter { $0.rows.contains(row) }.count
      #expect(signal.values[row, 0] == Float(saw) / 8)
    }
  }

  @Test("a bag with replacement is as large as its share says and lacks about a third of the half")
  func bootstrap() throws {
    let spy = Spy()
    _ = try train(Bagging(models: 40, share: 1, replacement: true), spy)
    #expect(spy.log.calls.allSatisfy { $0.rows.count == 100 && $0.rows == $0.rows.sorted() })
    let different = spy.log.calls.map { Double(Set($0.rows).count) }.reduce(0, +) / 40
    // 1 - 1/e, to 3 deviations of the mean of 40.
    #expect(abs(different - 63.4) < 1.5)
  }

  @Test("no model of SELENA ever saw what it answers, and each record is left out of L of K")
  func split() throws {
    let spy = Spy()
    let defence = SELENA(models: 10, absent: 4, distilled: false, copies: 1)
    let signal = try train(defence, spy).signal(for: records)
    #expect(spy.log.calls.count == 10)
    for row in 0..<200 {
      // The spy says class 0 of what it saw.
      #expect(signal.values[row, 0] == 0 && signal.values[row, 2] == 1)
    }
    for row in rows { #expect(spy.log.calls.filter { $0.rows.contains(row) }.count == 6) }
    #expect(signal.resolution == 0.25 / 4)
  }

  @Test("SELENA leaves a person's records and equal features out together")
  func twins() throws {
    // Records 0 and 2 are one person's; 4 has the features of 2 and another label.
    let heights = (0..<200).map { $0 == 4 ? Float(2) : Float($0) }
    let records = Records(
      columns: [Column(name: "height", values: .numbers(heights, missing: heights.map { _ in false }))],
      labels: (0..<200).map { $0 == 4 ? 1 : 0 }, classes: ["no", "yes"],
      subjects: (0..<200).map { $0 == 2 ? 0 : $0 > 2 ? $0 - 1 : $0 })
    let spy = Spy()
    let defence = SELENA(models: 10, absent: 4, distilled: false, copies: 1)
    let signal = try train(defence, spy, on: records).signal(for: records)
    for call in spy.log.calls { #expect(Set([0, 2, 4].map { call.rows.contains($0) }).count == 1) }
    #expect((0..<200).allSatisfy { signal.values[$0, 0] == 0 })
  }

  @Test("SELENA's student learns the ensemble's answers about the half, never a label of its own")
  func student() throws {
    let spy = Spy()
    let model = try train(SELENA(models: 10, absent: 4, distilled: true, copies: 3), spy)
    let call = try #require(spy.log.calls.last)
    #expect(spy.log.calls.count == 11 && call.rows.count == 300 && call.records.count == 500)
    // Every model answers class 2 of what it did not see.
    #expect(call.rows.allSatisfy { $0 >= 200 && call.records.labels[$0] == 2 })
    #expect(
      call.rows.map { call.records.features(of: $0) }
        == rows.flatMap { row in
          (0..<3).map { _ in records.features(of: row) }
        })
    // 60 records for each of ten models, and the student's 300.
    #expect(model.work == 6 * 100 + 300)
  }

  @Test("SELENA with as many absences as models is refused")
  func absences() {
    #expect(throws: ParameterConflict.self) { try SELENA.replacing(["absent": .whole(25)]) }
    #expect(throws: Never.self) { try SELENA.replacing(["absent": .whole(24)]) }
  }

  @Test("distillation's student learns from records that its teacher never saw, by the teacher's labels alone")
  func distillation() throws {
    let spy = Spy()
    let model = try train(Distillation(kept: 0.5, copies: 2), spy)
    let (teacher, student) = (try #require(spy.log.calls.first), try #require(spy.log.calls.last))
    #expect(spy.log.calls.count == 2 && teacher.rows.count == 50 && Set(teacher.rows).isSubset(of: rows))
    let taught = Set(student.rows.map { student.records.features(of: $0) })
    // Half of the other 50, twice each.
    #expect(student.rows.count == 50 && taught.count == 25)
    #expect(taught.isDisjoint(with: teacher.rows.map { records.features(of: $0) }))
    #expect(taught.isSubset(of: rows.map { records.features(of: $0) }))
    #expect(student.rows.allSatisfy { student.records.labels[$0] == 2 })
    #expect(model.work == 100 && model.signal(for: records).values[student.rows[0] - 200, 0] == 0)
  }

  @Test("soft labels are told by copies, in the nearest proportions")
  func soft() throws {
    let learner = Distillation(kept: 1, copies: 10).wrap(
      NearestNeighbours(neighbours: 5), population: [])
    // The teacher's five nearest vote in fifths, which ten copies tell exactly: the student's votes are then mixed too.
    let signal = try learner.train(on: records, rows: rows, recipe: Recipe(), seed: 1).signal(for: records)
    #expect(signal.values.elements.contains { $0 > 0 && $0 < 1 })
  }

  @Test("distillation keeps what its teacher is surest of")
  func surest() throws {
    let height = (0..<80).map { Float($0) }
    let labels = (0..<80).map { $0 % 2 == 0 || $0 > 39 ? 1 : 0 }
    let table = table([height], labels: labels)
    let spy = Spy()
    let teacher = Sure(spy: spy)
    _ = try Distillation(kept: 0.5, copies: 1).wrap(teacher, population: [])
      .train(on: table, rows: Array(0..<80), recipe: Recipe(), seed: 1)
    let student = try #require(spy.log.calls.last)
    #expect(student.rows.count == 20)
    let features = student.rows.compactMap { Float(student.records.features(of: $0)[0]) }
    let least = features.min() ?? 0
    let taught = spy.log.calls[0].rows
    // The teacher is the surer the higher a record stands: those left out stand below those kept.
    let left = (0..<80).filter { !taught.contains($0) && !features.contains(Float($0)) }
    #expect(left.count == 20 && left.allSatisfy { Float($0) < least })
  }

  @Test("a family that needs more records than an ensemble leaves it is skipped with its reason")
  func obstacles() {
    var spy = Spy()
    spy.least = 60
    let wrapped: [any Learner] = [
      Bagging(models: 2, share: 0.5, replacement: false).wrap(spy, population: []),
      SELENA(models: 10, absent: 5, distilled: false, copies: 1).wrap(spy, population: []),
      Distillation(kept: 1, copies: 1).wrap(spy, population: []),
    ]
    for learner in wrapped {
      #expect(learner.obstacle(to: records, members: 100) == "the spy needs 60")
      #expect(learner.obstacle(to: records, members: 200) == nil)
    }
  }
}

/// Trains nothing; its answers are the surer the higher the record's only number.
private struct Sure: Learner {
  let spy: Spy
  func train(on records: Records, rows: [Int], recipe: Recipe, seed: UInt64) throws(TrainingError) -> any Model {
    _ = try spy.train(on: records, rows: rows, recipe: recipe, seed: seed)
    return SureModel()
  }
}

private struct SureModel: Model {
  let work = 1.0
  func signal(for records: Records) -> Signal {
    var values = Matrix(rows: records.count, columns: 2)
    for row in 0..<records.count {
      let sure = 0.5 + (Float(records.features(of: row)[0]) ?? 0) / 200
      (values[row, 0], values[row, 1]) = (1 - sure, sure)
    }
    return Signal(kind: .probabilities, resolution: 0, values: values)
  }
}
