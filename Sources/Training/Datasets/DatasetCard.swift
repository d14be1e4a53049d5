public import Foundation

/// What a dataset is, as its YAML card beside the data file says.
public struct DatasetCard: Equatable, Sendable {
  /// The card itself.
  public let url: URL
  /// Lower-case letters, digits and underscores: at most 64.
  public let name: String
  public let title: String
  /// `healthcare`, `finance` ...; empty where the card says nothing.
  public let domain: String
  /// What one subject is, such as `patient`.
  public let dataSubject: String
  public let sensitiveAttributes: [String]
  public let licence: String
  public let citation: String
  public let source: String
  public let form: DatasetForm
  /// Where the files come from, where they do not lie beside the card; empty where they do.
  public let obtain: String
  /// Folders that may hold the files besides the card's own.
  public internal(set) var folders: [URL] = []
  /// Nil where the dataset is no table.
  public var table: TableCard? { if case .table(let table) = form { table } else { nil } }
  /// The column that says whose a record is; nil where every record is another person's.
  public let subject: String?
  public let label: LabelCard
}

/// What a dataset is stored as.
public enum DatasetForm: Equatable, Sendable {
  case table(TableCard)
  case images(ImageCard)
  case generated(PurchaseLike)
}

/// A CSV file, plain or gzip.
public struct TableCard: Equatable, Sendable {
  /// A plain name.
  public let file: String
  /// SHA-256 of the file as stored.
  public let digest: String
  /// SHA-256 of the unpacked table, so that another way of packing does not matter; empty where the card has none.
  public let contentDigest: String
  /// The columns that are used; others of the file are left out.
  public let columns: [ColumnCard]
}

/// Which column is learnt, and what stands in it.
public struct LabelCard: Equatable, Sendable {
  public let column: String
  /// C.
  public let classes: Int?
  /// The class of interest, such as `bad`.
  public let positive: String?
  /// Records a class, in the order of the classes.
  public let counts: [Count]?
  /// Of the classes, where the files hold only their numbers.
  public let names: [String]?

  public struct Count: Equatable, Sendable {
    public let label: String
    public let records: Int
  }
}

/// What stands in a column.
public struct ColumnCard: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case integer, real, categorical
    /// At most two different values, read as 0 and 1.
    case binary
    /// Says whose the record is; no feature.
    case subject = "subject_id"
  }

  public let name: String
  public let kind: Kind
  /// How many different values there are.
  public let levels: Int?
  /// All values that may occur; they become the levels, in this order.
  public let values: [String]?
  public let minimum: Double?
  public let maximum: Double?
  /// How many records lack the value.
  public let missing: Int?
}
