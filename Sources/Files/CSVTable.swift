public import Foundation

/// A table with a header, read whole (RFC 4180, UTF-8, commas).
///
/// Fields stay where they stood in the file's bytes: 8 bytes a field beside the file itself.
public struct CSVTable: Sendable {
  /// As it appears in messages.
  public let path: String
  /// The names of the columns: not empty, all different.
  public let header: [String]
  private let bytes: [UInt8]
  /// Row after row, without the header.
  private let fields: [CSVField]
  /// For each row the line on which it begins, from 1.
  private let lines: [UInt32]

  /// The most bytes of one field.
  static let fieldLimit = 1 << 16
  /// The most columns.
  static let columnLimit = 1 << 14

  /// Reads a table from `url`, packed with gzip or plain.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - limit: The most bytes, packed and unpacked; less than 4 GiB.
  /// - Throws: ``FileError`` with the line.
  public init(reading url: URL, limit: Int) throws(FileError) {
    let file = try RawFile(reading: url, limit: limit)
    try self.init(file.content(limit: limit), path: file.path)
  }

  /// Reads a table from unpacked bytes.
  ///
  /// - Precondition: `content` holds less than 4 GiB.
  public init(_ content: [UInt8], path: String) throws(FileError) {
    precondition(content.count < UInt32.max, "fields are found by 32-bit offsets")
    try CSVText.check(content, path: path)
    var parser = CSVParser(content, path: path)
    header = try parser.header()
    try parser.rows(columns: header.count)
    self.path = path
    bytes = parser.bytes
    fields = parser.fields
    lines = parser.lines
  }

  public var rowCount: Int { lines.count }

  /// The line on which a row begins, from 1.
  public func line(ofRow row: Int) -> Int { Int(lines[row]) }

  /// The place of a column, from 0.
  ///
  /// - Throws: ``FileError`` naming the columns that there are.
  public func index(of column: String) throws(FileError) -> Int {
    guard let index = header.firstIndex(of: column)
    else { throw .csv(path: path, line: 1, column: nil, fault: .missingColumn(name: column, found: header)) }
    return index
  }

  /// One field as text.
  public func text(row: Int, column: Int) -> String { String(decoding: field(row, column), as: UTF8.self) }

  /// A column as numbers; an empty field, `NA` or `?` is missing.
  ///
  /// - Returns: One number a row, 0 where it is missing.
  /// - Throws: ``FileError`` with the line where a field is no finite number.
  public func numbers(column: Int) throws(FileError) -> (values: [Double], missing: [Bool]) {
    var values = [Double](repeating: 0, count: rowCount)
    var missing = [Bool](repeating: false, count: rowCount)
    for row in 0..<rowCount {
      switch NumberText(field(row, column)) {
      case .value(let value): values[row] = value
      case .missing: missing[row] = true
      case .notANumber:
        throw fault(row, column, .notANumber(column: header[column], text: text(row: row, column: column)))
      case .notFinite:
        throw fault(row, column, .notFinite(column: header[column], text: text(row: row, column: column)))
      }
    }
    return (values, missing)
  }

  /// A column as codes into its different texts, which stand in the order of their first appearance.
  public func codes(column: Int) -> (codes: [Int32], texts: [String]) {
    var codes: [Int32] = []
    codes.reserveCapacity(rowCount)
    var texts: [String] = []
    var known: [String: Int32] = [:]
    for row in 0..<rowCount {
      let text = text(row: row, column: column)
      if let code = known[text] {
        codes.append(code)
      } else {
        let code = Int32(texts.count)
        known[text] = code
        texts.append(text)
        codes.append(code)
      }
    }
    return (codes, texts)
  }

  private func field(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let field = fields[row * header.count + column]
    return bytes[Int(field.start)..<Int(field.start) + Int(field.length)]
  }

  private func fault(_ row: Int, _ column: Int, _ fault: CSVFault) -> FileError {
    .csv(path: path, line: line(ofRow: row), column: column + 1, fault: fault)
  }
}

/// Where a field's text stands in the bytes of its table.
struct CSVField {
  let start: UInt32
  let length: UInt32
}
