/// The numbers behind a figure, as a page prints them.
public struct DataTable: Equatable, Sendable {
  /// What stands over a column.
  public struct Column: Equatable, Sendable {
    public let title: String
    /// Of all numbers below, with what stands in brackets: `%, 95 % interval`.
    public let unit: String?
    /// Whether it is set flush right.
    public let isNumber: Bool

    public init(_ title: String, unit: String? = nil, isNumber: Bool = false) {
      self.title = title
      self.unit = unit
      self.isNumber = isNumber
    }
  }

  /// A number, a word or the reason why there is neither.
  public struct Cell: Equatable, Sendable {
    public let text: String
    /// The ends of its interval: `5.9–8.6`.
    public let range: String?

    /// - Precondition: `text` is not empty.
    public init(_ text: String, range: String? = nil) {
      precondition(!text.isEmpty, "an empty cell says nothing")
      self.text = text
      self.range = range
    }
  }

  public let title: String
  public let columns: [Column]
  /// As many cells as columns; the first names the row.
  public let rows: [[Cell]]
  /// What the table leaves out and where it is found.
  public let note: String?

  /// - Precondition: Each row has a cell for each column.
  public init(title: String, columns: [Column], rows: [[Cell]], note: String? = nil) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "each row has a cell for each column")
    self.title = title
    self.columns = columns
    self.rows = rows
    self.note = note
  }
}
