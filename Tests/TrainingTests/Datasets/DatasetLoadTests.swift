import Files
import Foundation
import Study
import Testing
import Training

@Suite("Loading a dataset") struct DatasetLoadTests {
  private let columns = ["name: a, type: real", "name: b, type: categorical", "name: c, type: binary"]

  @Test("columns are typed as the card says, in the file's order; others are left out")
  func types() throws {
    let folder = try DatasetFolder()
    let csv = "c,x,b,y,a\nno,1,10,u,1.5\nyes,2,9,v,-0\nno,3,,u,NA\n,4,10,u,7\n"
    let records = try Dataset.load(folder.card(csv, columns: columns), rows: nil, seed: 0).records
    #expect(records.columns.map(\.name) == ["c", "b", "a"])
    #expect(records.numbers(0) == [0, 1, 0, 0] && records.missing(0) == [false, false, false, true])
    #expect(records.levels(1) == ["9", "10", "(missing)"] && records.texts(1) == ["10", "9", "(missing)", "10"])
    #expect(records.numbers(2) == [1.5, 0, 0, 7] && records.missing(2) == [false, false, true, false])
    #expect(records.numbers(2)?[1].sign == .plus)
    #expect(records.classes == ["u", "v"] && records.labels == [0, 1, 0, 0])
  }

  @Test("values give the levels and their order; a level of the file that they lack is refused")
  func values() throws {
    let folder = try DatasetFolder()
    let columns = ["name: a, type: categorical, values: [z, n, q]", "name: b, type: binary, values: [t, f]"]
    let card = try folder.card("a,b,y\nn,f,0\nz,t,1\n", columns: columns)
    let records = try Dataset.load(card, rows: nil, seed: 0).records
    #expect(records.levels(0) == ["z", "n", "q"] && records.texts(0) == ["n", "z"])
    #expect(records.numbers(1) == [1, 0])
    let error = try folder.error("a,b,y\nn,f,0\nz,t,1\nw,t,1\n", columns: columns)
    #expect(error == .value(path: folder.path, line: 4, column: "a", fault: .unknownLevel("w")))
  }

  @Test("a count of levels alone must be that of the file")
  func levels() throws {
    let folder = try DatasetFolder()
    let csv = "a,y\nn,0\nz,1\n,1\n"
    let card = try folder.card(csv, columns: ["name: a, type: categorical, levels: 2, missing: 1"])
    #expect(try Dataset.load(card, rows: nil, seed: 0).records.levels(0) == ["n", "z", "(missing)"])
    let error = try folder.error(csv, columns: ["name: a, type: categorical, levels: 3"])
    #expect(error == .column(path: folder.path, column: "a", fault: .levels(found: 2, card: 3)))
  }

  @Test(
    "a field that is not what the card says is refused with its line",
    arguments: [
      ("type: integer", "1.5", .notWhole(1.5)), ("type: real", "1e16", .huge(1e16)),
      ("type: real, min: 0, max: 3", "3.1", .outside(3.1, minimum: 0, maximum: 3)),
      ("type: real, min: 0", "-0.1", .outside(-0.1, minimum: 0, maximum: nil)),
      ("type: categorical, values: [\"1\"]", "2", .unknownLevel("2")),
    ] as [(String, String, ValueFault)])
  func fields(type: String, text: String, fault: ValueFault) throws {
    let folder = try DatasetFolder()
    let error = try folder.error("a,y\n1,0\n1,1\n\(text),0\n", columns: ["name: a, \(type)"])
    #expect(error == .value(path: folder.path, line: 4, column: "a", fault: fault))
  }

  @Test("bounds given to six figures hold for the number they round")
  func tolerance() throws {
    let folder = try DatasetFolder()
    let csv = "a,y\n1684264,0\n-1684264,1\n"
    let columns = ["name: a, type: integer, min: -1.68426e+06, max: 1.68426e+06"]
    #expect(try folder.error(csv, columns: columns) == nil)
    #expect(try folder.error("a,y\n1684300,0\n1,1\n", columns: columns) != nil)
  }

  @Test("words, NaN and infinity in a column of numbers are refused with their line", arguments: ["x", "nan", "inf"])
  func numbers(text: String) throws {
    let folder = try DatasetFolder()
    let error = try folder.error("a,y\n1,0\n\(text),1\n", columns: ["name: a, type: real"])
    let fault: CSVFault = text == "x" ? .notANumber(column: "a", text: text) : .notFinite(column: "a", text: text)
    #expect(error == .file(.csv(path: folder.path, line: 3, column: 1, fault: fault)))
  }

  @Test(
    "a column that is not what the card says is refused",
    arguments: [
      ("a", "type: real, missing: 0", "a,y\n1,0\n,1\n", .missing(found: 1, card: 0)),
      ("a", "type: binary", "a,y\n1,0\n2,1\n3,1\n", .notBinary(found: 3)),
    ] as [(String, String, String, ColumnFault)])
  func wholeColumns(column: String, type: String, csv: String, fault: ColumnFault) throws {
    let folder = try DatasetFolder()
    let error = try folder.error(csv, columns: ["name: \(column), \(type)"])
    #expect(error == .column(path: folder.path, column: column, fault: fault))
  }

  @Test("a missing column is named, be it a feature, the label or the subject")
  func missingColumn() throws {
    let folder = try DatasetFolder()
    let csv = "a,y\n1,0\n2,1\n"
    func error(_ name: String) -> DatasetError {
      .file(.csv(path: folder.path, line: 1, column: nil, fault: .missingColumn(name: name, found: ["a", "y"])))
    }
    #expect(try folder.error(csv, columns: ["name: b, type: real"]) == error("b"))
    #expect(try folder.error(csv, columns: ["name: a, type: real"], label: "{column: z}") == error("z"))
    let columns = ["name: a, type: real", "name: who, type: subject_id"]
    #expect(try folder.error(csv, columns: columns, subject: "who") == error("who"))
  }

  @Test("a missing, a cut, an altered and a faulty file are told apart")
  func files() throws {
    let folder = try DatasetFolder()
    let csv = "a,y\n1,0\n2,1\n"
    let card = try folder.card(csv, columns: ["name: a, type: real"])
    for text in [String(csv.dropLast(2)), csv.replacingOccurrences(of: "2", with: "3")] {
      try folder.write(text, as: "table.csv")
      #expect(throws: DatasetError.altered(path: folder.path)) { try Dataset.load(card, rows: nil, seed: 0) }
    }
    try FileManager.default.removeItem(atPath: folder.path)
    let missing = DatasetError.file(.missing(path: folder.path))
    #expect(throws: missing) { try Dataset.load(card, rows: nil, seed: 0) }
    #expect(missing.description == "\(folder.path): there is no such file; check the path, or put the file there")
    let ragged = try folder.error("a,y\n1,0\n2\n", columns: ["name: a, type: real"])
    #expect(ragged == .file(.csv(path: folder.path, line: 3, column: nil, fault: .ragged(found: 1, expected: 2))))
  }
}
