import Files
import Study

/// Loads what a card describes.
public enum Dataset {
  /// The most bytes of a data file, packed and unpacked.
  static let sizeLimit = 1 << 30
  /// The most numbers of N records as an N x D matrix: 2 GiB of Float.
  static let inputLimit = 1 << 29

  /// Reads, checks and types the file of a card.
  ///
  /// Records that repeat another subject's record exactly are removed: split between members and others they would tell
  /// nothing apart. A person's own repetitions stay.
  ///
  /// - Parameters:
  ///   - card: The description that the file must fit.
  ///   - rows: At most so many records, drawn as whole subjects; nil for all.
  ///   - seed: Settles the draw: equal seeds, equal records.
  /// - Returns: Records in the order of the file.
  /// - Throws: ``DatasetError`` saying where the file and the card disagree.
  public static func load(_ card: DatasetCard, rows: Int?, seed: UInt64) throws(DatasetError) -> LoadedDataset {
    let (table, digest) = try table(of: card)
    let path = table.path
    let reader = ColumnReader(table: table)
    let labels = try LabelReader(table: table, card: card.label).read()
    let subjects = try reader.subjects(card.subject)
    var columns: [Column] = []
    for (_, column) in try features(of: card, in: table) { columns.append(try reader.column(column)) }
    let kept = Duplicates(columns: columns, labels: labels.codes, subjects: subjects).kept()
    var chosen = kept
    if let rows {
      chosen = SubjectDraw(rows: rows, seed: seed).chosen(from: kept, subjects: subjects)
      guard Set(chosen.map { labels.codes[$0] }).count > 1 else { throw .fewRows(path: path, rows: rows) }
    }
    let inputs = columns.reduce(0) { $0 + $1.inputs }
    guard inputs <= inputLimit / max(1, chosen.count)
    else { throw .tooWide(path: path, records: chosen.count, inputs: inputs) }
    let records = Records(
      columns: columns.map { $0.choosing(chosen) }, labels: chosen.map { labels.codes[$0] }, classes: labels.classes,
      subjects: SubjectDraw.dense(chosen.map { subjects[$0] }))
    return LoadedDataset(
      card: card, records: records, digest: digest, duplicatesRemoved: table.rowCount - kept.count,
      rowsInFile: table.rowCount, rows: chosen)
  }

  /// The table of the file that the card was written for.
  private static func table(of card: DatasetCard) throws(DatasetError) -> (CSVTable, digest: String) {
    do {
      let file = try RawFile(reading: card.fileURL, limit: sizeLimit)
      let digest = Digest.hex(of: file.bytes)
      guard digest == card.digest else { throw DatasetError.altered(path: file.path) }
      return (try CSVTable(file.content(limit: sizeLimit), path: file.path), digest)
    } catch let error as FileError {
      throw .file(error)
    } catch let error as DatasetError {
      throw error
    } catch {
      preconditionFailure("reading throws no other error")
    }
  }

  /// The card's features with their places, in the order of the file.
  private static func features(
    of card: DatasetCard, in table: CSVTable
  ) throws(DatasetError) -> [(place: Int, column: ColumnCard)] {
    var features: [(place: Int, column: ColumnCard)] = []
    for column in card.columns where column.kind != .subject {
      features.append((try ColumnReader(table: table).place(of: column.name), column))
    }
    return features.sorted { $0.place < $1.place }
  }
}

extension Column {
  /// Columns of the matrix that the column becomes.
  fileprivate var inputs: Int {
    switch values {
    case .numbers(_, let missing): missing.contains(true) ? 2 : 1
    case .codes(_, let levels): levels.count
    }
  }

  /// The same column of some rows.
  fileprivate func choosing(_ rows: [Int]) -> Column {
    switch values {
    case .numbers(let numbers, let missing):
      replacing(.numbers(rows.map { numbers[$0] }, missing: rows.map { missing[$0] }))
    case .codes(let codes, let levels):
      replacing(.codes(rows.map { codes[$0] }, levels: levels))
    }
  }
}
