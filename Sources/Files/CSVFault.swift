/// What is wrong with a table.
public enum CSVFault: Equatable, Sendable, CustomStringConvertible {
  case empty
  case headerOnly
  case ragged(found: Int, expected: Int)
  case unnamedColumn
  case duplicateColumn(name: String, first: Int)
  case missingColumn(name: String, found: [String])
  case tooManyColumns(limit: Int)
  case fieldTooLong(limit: Int)
  case unclosedQuote
  case strayQuote
  case textAfterQuote
  case bareCarriageReturn
  case nul
  case notUTF8
  case notANumber(column: String, text: String)
  case notFinite(column: String, text: String)

  public var description: String {
    switch self {
    case .empty: "the file is empty; give a table with a header and records"
    case .headerOnly: "there is a header but no record; give a table with records"
    case .ragged(let found, let expected):
      "\(found) fields but the header has \(expected); add or remove commas, quote fields that hold a comma, "
        + "remove empty lines"
    case .unnamedColumn: "the column has no name; name it (a pandas index is left out by to_csv(index=False))"
    case .duplicateColumn(let name, let first):
      "the column \(name.excerpt) has the name of column \(first); rename one of them"
    case .missingColumn(let name, let found):
      "there is no column \(name.excerpt); the file has \(found.prefix(12).map(\.excerpt).joined(separator: ", "))"
        + "\(found.count > 12 ? " ..." : ""): mend the header or the card"
    case .tooManyColumns(let limit): "more than \(limit) columns; leave some out"
    case .fieldTooLong(let limit): "a field of more than \(limit) bytes; shorten it, or close its quote"
    case .unclosedQuote: "a quote is opened and never closed; close it"
    case .strayQuote: "a quote inside a field that does not begin with one; quote the whole field, doubling its quotes"
    case .textAfterQuote: "text follows a closing quote; double the quotes inside a quoted field"
    case .bareCarriageReturn: "a carriage return without a line feed; save with LF or CRLF line ends"
    case .nul: "a NUL byte; save the table as UTF-8 text"
    case .notUTF8: "bytes that are not UTF-8; save the table as UTF-8 text"
    case .notANumber(let column, let text):
      "\(column.excerpt) is a column of numbers but holds \(text.excerpt); mend the field, or make the column "
        + "categorical in the card"
    case .notFinite(let column, let text):
      "\(column.excerpt) holds \(text.excerpt), which is no finite number; leave the field empty if it is missing"
    }
  }
}
