import Files
import Study
import Testing
import Training

@Suite("Subjects, duplicates and draws") struct DatasetSubjectTests {
  private let columns = ["name: who, type: subject_id", "name: a, type: real", "name: b, type: categorical"]

  @Test("equal records of other people are removed, a person's own stay")
  func duplicates() throws {
    let folder = try DatasetFolder()
    let csv = "who,a,b,y\nA,1,x,0\nA,1,x,0\nB,1,x,0\nA,1,x,0\nB,1,x,1\nB,,x,1\nC,0,x,1\nC,0,,1\n"
    let loaded = try Dataset.load(folder.card(csv, columns: columns, subject: "who"), rows: nil, seed: 0)
    // Only B's first record repeats A's: others differ in the label, in what is missing, or are A's own.
    #expect(loaded.duplicatesRemoved == 1 && loaded.rowsInFile == 8)
    #expect(loaded.records.subjects == [0, 0, 0, 1, 1, 2, 2])
    #expect(loaded.records.subjectCount == 3 && loaded.records.hasSubjects)
  }

  @Test("without subjects every repetition is removed, the first record stays")
  func noSubjects() throws {
    let folder = try DatasetFolder()
    let csv = "a,b,y\n1,x,0\n2,x,0\n1.0,x,0\n1,x,1\n1,x,0\n"
    let loaded = try Dataset.load(folder.card(csv, columns: Array(columns.dropFirst())), rows: nil, seed: 0)
    #expect(loaded.duplicatesRemoved == 2)
    #expect(loaded.records.numbers(0) == [1, 2, 1] && loaded.records.labels == [0, 0, 1])
    #expect(loaded.records.subjects == [0, 1, 2] && !loaded.records.hasSubjects)
  }

  @Test("a record without a subject is refused with its line")
  func missingSubject() throws {
    let folder = try DatasetFolder()
    let error = try folder.error("who,a,b,y\nA,1,x,0\n,2,x,1\n", columns: columns, subject: "who")
    #expect(error == .value(path: folder.path, line: 3, column: "who", fault: .missingSubject))
  }

  /// 300 people with one to four records, each record with a number of its own.
  private func people() -> String {
    var csv = "who,a,b,y\n"
    var row = 0
    for round in 0..<4 {
      for person in 0..<300 where person % 4 >= round {
        csv += "p\(person),\(row),x,\(row % 2)\n"
        row += 1
      }
    }
    return csv
  }

  @Test("a draw takes whole subjects, keeps the file's order, and depends on the seed alone")
  func draws() throws {
    let folder = try DatasetFolder()
    let card = try folder.card(people(), columns: columns, subject: "who")
    let all = try Dataset.load(card, rows: nil, seed: 0).records
    #expect(all.count == 750 && all.subjectCount == 300)
    let drawn = try Dataset.load(card, rows: 200, seed: 4).records
    let rows = try #require(drawn.numbers(0)).map { Int($0) }
    #expect(drawn.count <= 200 && drawn.count > 196)
    #expect(rows == rows.sorted() && Set(rows).count == rows.count)
    let people = Set(rows.map { all.subjects[$0] })
    #expect(all.subjects.indices.filter { people.contains(all.subjects[$0]) } == rows)
    #expect(drawn.subjectCount == people.count && Set(drawn.subjects) == Set(0..<people.count))
    #expect(try Dataset.load(card, rows: 200, seed: 4).records.numbers(0) == drawn.numbers(0))
    #expect(try Dataset.load(card, rows: 200, seed: 5).records.numbers(0) != drawn.numbers(0))
    #expect(try Dataset.load(card, rows: 750, seed: 4).records.numbers(0) == all.numbers(0))
    #expect(drawn.levels(1) == all.levels(1) && drawn.classes == all.classes)
  }

  @Test("every person is as likely to be drawn")
  func fair() throws {
    let folder = try DatasetFolder()
    let csv = "a,y\n" + (0..<20).map { "\($0),\($0 % 2)\n" }.joined()
    let card = try folder.card(csv, columns: ["name: a, type: real"])
    var counts = [Int](repeating: 0, count: 20)
    for seed in 0..<400 {
      for row in try Dataset.load(card, rows: 10, seed: UInt64(seed)).records.numbers(0) ?? [] { counts[Int(row)] += 1 }
    }
    // 200 expected, deviation 10: five of them either way.
    #expect(counts.reduce(0, +) == 4000 && counts.allSatisfy { 150...250 ~= $0 })
  }

  @Test("too small a draw is refused", arguments: [-1, 0, 1])
  func tooSmall(rows: Int) throws {
    let folder = try DatasetFolder()
    let error = try folder.error(
      "who,a,b,y\nA,1,x,0\nA,2,x,1\nB,3,x,0\nB,4,x,1\n", columns: columns, subject: "who", rows: rows)
    #expect(error == .fewRows(path: folder.path, rows: rows))
  }
}
