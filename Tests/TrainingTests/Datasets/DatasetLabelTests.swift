import Files
import Study
import Testing
import Training

@Suite("Labels of a dataset") struct DatasetLabelTests {
  private let columns = ["name: a, type: real"]

  private func load(_ labels: [String], _ label: String) throws -> Records {
    let folder = try DatasetFolder()
    let card = try folder.card(csv(labels), columns: columns, label: label)
    return try Dataset.load(card, rows: nil, seed: 0).records
  }

  private func csv(_ labels: [String]) -> String {
    "a,y\n" + labels.enumerated().map { "\($0),\($1)\n" }.joined()
  }

  @Test("classes are sorted: whole numbers by size, words by their letters, whatever the order of the card")
  func order() throws {
    #expect(try load(["10", "9", "2"], "{column: y}").classes == ["2", "9", "10"])
    #expect(try load(["b", "a", "C"], "{column: y}").classes == ["C", "a", "b"])
    let records = try load(["v", "u", "v"], "{column: y, counts: {v: 2, u: 1}}")
    #expect(records.classes == ["u", "v"] && records.labels == [1, 0, 1])
  }

  @Test(
    "a label outside the card's, a missing one and no number are refused with their line",
    arguments: [
      ("w", "{column: y, counts: {u: 1, v: 2}}", .notALabel("w")), ("", "{column: y}", .missingLabel),
      ("NaN", "{column: y}", .notALabel("NaN")),
    ] as [(String, String, ValueFault)])
  func fields(text: String, label: String, fault: ValueFault) throws {
    let folder = try DatasetFolder()
    let error = try folder.error(csv(["u", "v", text]), columns: columns, label: label)
    #expect(error == .value(path: folder.path, line: 4, column: "y", fault: fault))
  }

  @Test(
    "classes and counts must be those of the file, and two at least",
    arguments: [
      (["u", "u"], "{column: y}", .oneClass),
      (["u", "v", "w"], "{column: y, classes: 2}", .classes(found: 3, card: 2)),
      (["u", "v"], "{column: y, counts: {u: 2, v: 1}}", .count(label: "u", found: 1, card: 2)),
      ((0...1000).map { "\($0)" }, "{column: y}", .tooManyClasses(found: 1001, limit: 1000)),
    ] as [([String], String, ColumnFault)])
  func wholeColumn(labels: [String], label: String, fault: ColumnFault) throws {
    let folder = try DatasetFolder()
    let error = try folder.error(csv(labels), columns: columns, label: label)
    #expect(error == .column(path: folder.path, column: "y", fault: fault))
  }
}
