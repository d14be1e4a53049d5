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
    #expect(loaded.digest == loaded.card.digest)
  }

  @Test("every card states its licence, its citation and all levels")
  func cards() throws {
    let library = try DatasetLibrary(folders: [DatasetFolder.shipped])
    #expect(library.cards.map(\.name) == ["breast_cancer_wdbc", "german_credit", "heart_cleveland"])
    #expect(library.faults == [])
    for card in library.cards {
      #expect(card.licence == "CC-BY-4.0" && card.citation.contains("https://doi.org/10.24432/"))
      #expect(!card.dataSubject.isEmpty && !card.domain.isEmpty && card.source.hasPrefix("https://"))
      #expect(card.columns.allSatisfy { $0.kind != .categorical || $0.values != nil })
    }
    #expect(try library.card(named: "german_credit").label.positive == "bad")
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
