public import Study

/// A dataset as loaded: its records, and what was done to the file's rows.
public struct LoadedDataset: Sendable {
  public let card: DatasetCard
  public let records: Records
  /// SHA-256 of the file as stored.
  public let digest: String
  /// Rows of the file that repeat another subject's record.
  public let duplicatesRemoved: Int
  /// Rows of the file, duplicates among them.
  public let rowsInFile: Int
  /// The file's data row that each record is, from 0.
  public let rows: [Int]
}
