import Files
import Foundation
import Study
import Testing
import Training

@Suite("Drafted cards") struct DatasetCardDraftTests {
  /// Drafts a card of `csv`, saves it beside the file and loads both.
  private func load(_ csv: String, as name: String = "My Data (2).csv") throws -> (card: String, LoadedDataset) {
    let folder = try DatasetFolder()
    try folder.write(csv, as: name)
    let text = try CardDraft(file: folder.url.appendingPathComponent(name)).text
    try folder.write(text, as: "draft.yaml")
    let card = try DatasetCard(reading: folder.url.appendingPathComponent("draft.yaml"))
    return (text, try Dataset.load(card, rows: nil, seed: 0))
  }

  @Test("types, levels, bounds and missing values are drafted, and the card loads unchanged")
  func roundTrip() throws {
    var csv = "id,Patient_ID,age,score,smoker,town,note,empty,Target\n"
    for row in 0..<60 {
      let town = row == 7 ? "" : "\"to\"\"wn: \(row % 3), &a [é]\""
      csv += "\(row),p\(row / 2),\(20 + row % 50),\(row == 3 ? "" : "\(Double(row) / 7)"),\(row % 2),\(town),"
      csv += "words \(row),,\(row % 3 == 0 ? "yes" : "no")\n"
    }
    let (text, loaded) = try load(csv)
    #expect(loaded.card.name == "my_data__2_" && loaded.card.table?.file == "My Data (2).csv")
    #expect(loaded.card.subject == "Patient_ID" && loaded.records.subjectCount == 30)
    #expect(loaded.records.columns.map(\.name) == ["age", "score", "smoker", "town"])
    #expect(loaded.card.table?.columns.map(\.kind) == [.subject, .integer, .real, .binary, .categorical])
    #expect(loaded.card.table?.columns[1].minimum == 20 && loaded.card.table?.columns[1].maximum == 69)
    #expect(loaded.card.table?.columns[2].missing == 1 && loaded.card.table?.columns[4].missing == 1)
    #expect(loaded.card.table?.columns[4].values == ["to\"wn: 0, &a [é]", "to\"wn: 1, &a [é]", "to\"wn: 2, &a [é]"])
    #expect(loaded.card.label.column == "Target" && loaded.card.label.counts?.map(\.records) == [40, 20])
    #expect(loaded.card.licence == "state the licence")
    #expect(text.contains("column: \"Target\"  # guessed by name"))
    #expect(text.contains("# left out: \"id\" numbers the rows"))
    #expect(text.contains("# left out: \"note\" has 60 different values in 60 rows"))
    #expect(text.contains("# left out: \"empty\" is empty"))
  }

  @Test("more than 200 levels are counted, not listed")
  func manyLevels() throws {
    let csv = "code,y\n" + (0..<900).map { "k\($0 % 201),\($0 % 2)\n" }.joined()
    let (_, loaded) = try load(csv)
    #expect(loaded.card.table?.columns[0].levels == 201 && loaded.card.table?.columns[0].values == nil)
    #expect(loaded.records.levels(0)?.count == 201)
  }

  @Test("without a usual name the last column that can be a label is taken")
  func label() throws {
    let csv = "kind,size,weight\n" + (0..<40).map { "\(["a", "b"][$0 % 2]),\($0 % 5),\(Double($0) + 0.5)\n" }.joined()
    let (text, loaded) = try load(csv)
    #expect(loaded.card.label.column == "size" && loaded.records.classes == ["0", "1", "2", "3", "4"])
    #expect(text.contains("column: \"size\"  # guessed: the last column that can be a label"))
  }

  @Test(
    "the shipped tables load with drafted cards as with their own", arguments: ["german_credit", "heart_cleveland"])
  func shipped(name: String) throws {
    let folder = try DatasetFolder()
    let file = "\(name).csv.gz"
    try FileManager.default.copyItem(
      at: DatasetFolder.shipped.appendingPathComponent(file), to: folder.url.appendingPathComponent(file))
    try folder.write(CardDraft(file: folder.url.appendingPathComponent(file)).text, as: "draft.yaml")
    let drafted = try Dataset.load(DatasetLibrary(folders: [folder.url]).card(named: name), rows: nil, seed: 0)
    let own = try Dataset.load(DatasetLibrary(folders: [DatasetFolder.shipped]).card(named: name), rows: nil, seed: 0)
    #expect(drafted.digest == own.digest && drafted.records.labels == own.records.labels)
    #expect(drafted.records.columns == own.records.columns)
  }

  @Test("a table with nothing to learn, or with faults, is refused")
  func refused() throws {
    let folder = try DatasetFolder()
    func error(_ csv: String) throws -> DatasetError? {
      try folder.write(csv, as: "table.csv")
      do throws(DatasetError) {
        _ = try CardDraft(file: folder.url.appendingPathComponent("table.csv"))
        return nil
      } catch {
        return error
      }
    }
    #expect(try error("a,b\n1,1\n1,1\n") == .noDraft(path: folder.path, lacking: "label"))
    #expect(try error("y\n0\n1\n") == .noDraft(path: folder.path, lacking: "feature"))
    let ragged = FileError.csv(path: folder.path, line: 2, column: nil, fault: .ragged(found: 1, expected: 2))
    #expect(try error("a,b\n1\n") == .file(ragged))
  }
}
