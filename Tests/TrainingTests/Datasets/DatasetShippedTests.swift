import Files
import Foundation
import Maths
import Study
import Testing
import Training

@Suite("The shipped datasets") struct DatasetShippedTests {
  @Test(
    "each loads with the records, inputs and classes that its source publishes",
    arguments: [
      ("german_credit", 1000, 20, 61, ["bad", "good"], [300, 700]),
      // 25 inputs: one number and one category can be missing, each of which takes an input more.
      ("heart_cleveland", 303, 13, 25, ["0", "1"], [164, 139]),
      ("breast_cancer_wdbc", 569, 30, 30, ["benign", "malignant"], [357, 212]),
    ] as [(String, Int, Int, Int, [String], [Int])])
  func loads(name: String, count: Int, features: Int, inputs: Int, classes: [String], counts: [Int]) throws {
    let library = try DatasetLibrary(folders: [DatasetFolder.shipped])
    let loaded = try Dataset.load(library.card(named: name), rows: nil, seed: 0)
    let records = loaded.records
    #expect(records.count == count && loaded.rowsInFile == count && loaded.duplicatesRemoved == 0)
    #expect(records.columns.count == features && records.design.matrix.columns == inputs)
    #expect(records.classes == classes)
    #expect(classes.indices.map { label in records.labels.count { $0 == label } } == counts)
    #expect(records.subjects == Array(0..<count) && !records.hasSubjects)
    #expect(loaded.digest == loaded.card.table?.digest)
  }

  @Test(
    "the larger tables load with what their sources publish, repeated records left out",
    arguments: [
      ("adult", 48_842, 14, 2, 52), ("credit_default", 30_000, 23, 2, 35), ("letter", 20_000, 16, 26, 1_332),
      ("parkinson_speech", 252, 751, 2, 0),
    ] as [(String, Int, Int, Int, Int)])
  func larger(name: String, count: Int, features: Int, classes: Int, duplicates: Int) throws {
    let library = try DatasetLibrary(folders: [DatasetFolder.shipped])
    let loaded = try Dataset.load(library.card(named: name), rows: nil, seed: 0)
    #expect(loaded.rowsInFile == count && loaded.duplicatesRemoved == duplicates)
    #expect(loaded.records.count == count - duplicates && loaded.records.columns.count == features)
    #expect(loaded.records.classes.count == classes && !loaded.records.hasSubjects)
  }

  @Test("the COVID tests keep a patient's several tests together, and a draw takes whole patients")
  func patients() throws {
    let library = try DatasetLibrary(folders: [DatasetFolder.shipped])
    let card = try library.card(named: "covid_testing")
    let records = try Dataset.load(card, rows: nil, seed: 0).records
    // Of 12,301 patients a few have only a test that repeats another patient's.
    #expect(records.hasSubjects && (12_301 - 23...12_301).contains(records.subjectCount))
    let drawn = try Dataset.load(card, rows: 2_000, seed: 3)
    #expect(drawn.records.count <= 2_000 && drawn.records.count > 1_900)
    let chosen = Set(drawn.rows)
    #expect(drawn.records.subjectCount < drawn.records.count && chosen.count == drawn.records.count)
  }

  @Test("every card states its licence, its citation and its files, and none is broken")
  func cards() throws {
    let library = try DatasetLibrary(folders: [DatasetFolder.shipped])
    #expect(
      library.cards.map(\.name) == [
        "adult", "bank_marketing", "breast_cancer_wdbc", "covid_testing", "credit_default", "diabetes130",
        "fashion_mnist", "german_credit", "heart_cleveland", "letter", "parkinson_speech", "purchase100_like_synthetic",
      ])
    #expect(library.faults == [])
    for card in library.cards {
      #expect(!card.licence.isEmpty && !card.citation.isEmpty && !card.source.isEmpty)
      #expect(!card.dataSubject.isEmpty && !card.domain.isEmpty)
    }
    #expect(try library.card(named: "german_credit").label.positive == "bad")
  }

  @Test("a set that is not shipped is asked for by name, place and folder")
  func absent() throws {
    let library = try DatasetLibrary(folders: [DatasetFolder.shipped])
    let error = #expect(throws: DatasetError.self) {
      try Dataset.load(library.card(named: "diabetes130"), rows: nil, seed: 0)
    }
    let message = error?.description ?? ""
    #expect(message.contains("diabetes130.csv.gz") && message.contains("ROLLCALL_DATA"), "\(message)")
  }

  @Test("a file in another folder of the library is found, and one that was packed anew is known by its content")
  func elsewhere() throws {
    let cards = try DatasetFolder()
    let files = try DatasetFolder()
    let csv = "a,y\n1,u\n2,v\n3,u\n4,v\n"
    try cards.write(
      """
      name: t
      file: t.csv
      sha256: \(String(repeating: "0", count: 64))
      csv_sha256: \(Digest.hex(of: Array(csv.utf8)))
      obtain: the bank
      subject_id: null
      label: {column: y}
      columns_detail: [{name: a, type: real}]
      """, as: "t.yaml")
    let library = try DatasetLibrary(folders: [cards.url, files.url])
    #expect(throws: DatasetError.absent(name: "t", file: "t.csv", obtain: "the bank")) {
      try Dataset.load(library.card(named: "t"), rows: nil, seed: 0)
    }
    try files.write(csv, as: "t.csv")
    #expect(try Dataset.load(library.card(named: "t"), rows: nil, seed: 0).records.count == 4)
    try files.write(csv + "5,u\n", as: "t.csv")
    let path = files.url.appendingPathComponent("t.csv").path
    #expect(throws: DatasetError.altered(path: path)) {
      try Dataset.load(library.card(named: "t"), rows: nil, seed: 0)
    }
  }

  @Test("the heart's missing values are an indicator and a level")
  func missing() throws {
    let library = try DatasetLibrary(folders: [DatasetFolder.shipped])
    let records = try Dataset.load(library.card(named: "heart_cleveland"), rows: nil, seed: 0).records
    #expect(records.columns[11].name == "ca" && records.missing(11)?.count { $0 } == 4)
    #expect(records.levels(12) == ["fixed defect", "normal", "reversable defect", "(missing)"])
    #expect(records.texts(12)?.count { $0 == "(missing)" } == 2)
  }
}
