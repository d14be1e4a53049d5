import Files
import Foundation
import Study
import Testing
import Training

/// A folder of data files and cards for one test, removed at its end.
struct DatasetFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, as name: String) throws {
    try AtomicFile.write(text, to: url.appendingPathComponent(name))
  }

  /// A card of `table.csv`, whose digest is as stated or as the file is.
  func card(
    _ csv: String, columns: [String], label: String = "{column: y}", subject: String = "null", digest: String? = nil
  ) throws -> DatasetCard {
    try write(csv, as: "table.csv")
    let lines = [
      "name: table", "file: table.csv", "sha256: \(digest ?? Digest.hex(of: Array(csv.utf8)))",
      "subject_id: \(subject)",
      "label: \(label)", "columns_detail:",
    ]
    try write((lines + columns.map { "  - {\($0)}" }).joined(separator: "\n"), as: "table.yaml")
    return try DatasetCard(reading: url.appendingPathComponent("table.yaml"))
  }

  /// What loading `csv` throws, its path taken for `table.csv`.
  func error(
    _ csv: String, columns: [String], label: String = "{column: y}", subject: String = "null", rows: Int? = nil
  ) throws -> DatasetError? {
    let card = try card(csv, columns: columns, label: label, subject: subject)
    do throws(DatasetError) {
      _ = try Dataset.load(card, rows: rows, seed: 1)
      return nil
    } catch {
      return error
    }
  }

  var path: String { url.appendingPathComponent("table.csv").path }

  /// The folder of the tables that come with the program.
  static let shipped = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Benchmarks/Datasets")
}

extension Records {
  /// One column's numbers.
  func numbers(_ index: Int) -> [Float]? {
    if case .numbers(let numbers, _) = columns[index].values { numbers } else { nil }
  }

  /// Which records lack one column's number.
  func missing(_ index: Int) -> [Bool]? {
    if case .numbers(_, let missing) = columns[index].values { missing } else { nil }
  }

  /// One column's texts.
  func texts(_ index: Int) -> [String]? {
    if case .codes(let codes, let levels) = columns[index].values { codes.map { levels[Int($0)] } } else { nil }
  }

  func levels(_ index: Int) -> [String]? {
    if case .codes(_, let levels) = columns[index].values { levels } else { nil }
  }
}
