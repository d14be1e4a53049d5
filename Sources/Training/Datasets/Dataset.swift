import Files
import Study

/// Loads what a card describes.
public enum Dataset {
  /// The most bytes of a data file, packed and unpacked.
  static let sizeLimit = 1 << 30
  /// The most numbers of N records as an N x D matrix: 2 GiB of Float.
  static let inputLimit = 1 << 29

  /// Reads, checks and types the files of a card, or generates its records.
  ///
  /// Records that repeat another subject's record exactly are removed: split between members and others they would tell
  /// nothing apart. A person's own repetitions stay.
  ///
  /// - Parameters:
  ///   - card: The description that the files must fit.
  ///   - rows: At most so many records, drawn as whole subjects; nil for all.
  ///   - seed: Settles the draw: equal seeds, equal records.
  /// - Returns: Records in the order of the file.
  /// - Throws: ``DatasetError`` saying where the files and the card disagree.
  public static func load(_ card: DatasetCard, rows: Int?, seed: UInt64) throws(DatasetError) -> LoadedDataset {
    switch card.form {
    case .table(let table): try TableLoader(card: card, table: table).load(rows: rows, seed: seed)
    case .images(let images): try ImageLoader(card: card, images: images).load(rows: rows, seed: seed)
    case .generated(let generator): generator.load(card, rows: rows, seed: seed)
    }
  }
}
