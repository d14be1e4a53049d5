import Findings

/// The records that are found most often, for the owner of the data alone.
struct ExposedList {
  /// In the run's folder, readable by its owner only.
  static let path = "restricted/exposed.csv"

  let cells: [(cell: CellResult, records: [ExposedRecord])]

  /// Nil where no record was found.
  var csv: String? {
    let lines = cells.flatMap { cell, records in
      records.map { record in
        "\(cell.id),\(cell.dataset),\(record.row),\(record.models),\(record.found),\(record.exposure),\(record.low),"
          + "\(record.high)\n"
      }
    }
    return lines.isEmpty ? nil : "cell,dataset,row,models,found,exposure,low,high\n" + lines.joined()
  }
}
