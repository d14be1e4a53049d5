import Files
import Study

/// Reads a CSV file as its card says.
struct TableLoader {
  let card: DatasetCard
  let table: TableCard

  func load(rows: Int?, seed: UInt64) throws(DatasetError) -> LoadedDataset {
    let (file, digest) = try read()
    let path = file.path
    let reader = ColumnReader(table: file)
    let labels = try LabelReader(table: file, card: card.label).read()
    let subjects = try reader.subjects(card.subject)
    var columns: [Column] = []
    for (_, column) in try features(in: file) { columns.append(try reader.column(column)) }
    let kept = Duplicates(columns: columns, labels: labels.codes, subjects: subjects).kept()
    var chosen = kept
    if let rows {
      chosen = SubjectDraw(rows: rows, seed: seed).chosen(from: kept, subjects: subjects)
      guard Set(chosen.map { labels.codes[$0] }).count > 1 else { throw .fewRows(path: path, rows: rows) }
    }
    let inputs = columns.reduce(0) { $0 + $1.inputs }
    guard inputs <= Dataset.inputLimit / max(1, chosen.count)
    else { throw .tooWide(path: path, records: chosen.count, inputs: inputs) }
    let records = Records(
      columns: columns.map { $0.choosing(chosen) }, labels: chosen.map { labels.codes[$0] }, classes: labels.classes,
      subjects: SubjectDraw.dense(chosen.map { subjects[$0] }))
    return LoadedDataset(
      card: card, records: records, digest: digest, duplicatesRemoved: file.rowCount - kept.count,
      rowsInFile: file.rowCount, rows: chosen)
  }

  /// The file that the card was written for.
  private func read() throws(DatasetError) -> (CSVTable, digest: String) {
    let file = try card.content(of: table.file, digest: table.digest, contentDigest: table.contentDigest)
    do throws(FileError) { return (try CSVTable(file.bytes, path: file.path), file.digest) } catch {
      throw .file(error)
    }
  }

  /// The card's features with their places, in the order of the file.
  private func features(in file: CSVTable) throws(DatasetError) -> [(place: Int, column: ColumnCard)] {
    var features: [(place: Int, column: ColumnCard)] = []
    for column in table.columns where column.kind != .subject {
      features.append((try ColumnReader(table: file).place(of: column.name), column))
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
}
