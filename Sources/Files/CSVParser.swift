/// Finds the fields of a table, one pass over its bytes.
struct CSVParser {
  /// The file; the text of a quoted field is moved together in its place where doubled quotes are taken out.
  private(set) var bytes: [UInt8]
  private(set) var fields: [CSVField] = []
  private(set) var lines: [UInt32] = []
  private let path: String
  private var at = 0
  private var line = 1

  private enum End { case field, row }
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The names in the first row.
  mutating func header() throws(FileError) -> [String] {
    guard at < bytes.count else { throw fault(.empty) }
    var names: [String] = []
    var end = End.field
    while end == .field {
      guard names.count < CSVTable.columnLimit else { throw fault(.tooManyColumns(limit: CSVTable.columnLimit)) }
      end = try field(names.count + 1)
      let found = fields.removeLast()
      let name = String(decoding: bytes[Int(found.start)..<Int(found.start + found.length)], as: UTF8.self)
      names.append(name)
    }
    var seen: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if name.isEmpty { throw .csv(path: path, line: 1, column: index + 1, fault: .unnamedColumn) }
      if let first = seen.updateValue(index + 1, forKey: name) {
        throw .csv(path: path, line: 1, column: index + 1, fault: .duplicateColumn(name: name, first: first))
      }
    }
    return names
  }

  /// All rows after the header, each of `columns` fields.
  mutating func rows(columns: Int) throws(FileError) {
    guard at < bytes.count else { throw fault(.headerOnly) }
    while at < bytes.count {
      let start = line
      lines.append(UInt32(start))
      var count = 0
      var end = End.field
      while end == .field {
        count += 1
        end = try field(count)
        guard count < columns || end == .row else { break }
      }
      if end == .field || count != columns {
        let found = end == .field ? columns + 1 : count
        throw .csv(path: path, line: start, column: nil, fault: .ragged(found: found, expected: columns))
      }
    }
  }

  /// Reads one field and what ends it.
  private mutating func field(_ column: Int) throws(FileError) -> End {
    if at < bytes.count, bytes[at] == Self.quote { return try quoted(column) }
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == Self.quote { throw fault(.strayQuote, column) }
      at += 1
    }
    try append(start, at, column)
    return try end(column, otherwise: .strayQuote)
  }

  private mutating func quoted(_ column: Int) throws(FileError) -> End {
    let first = line
    at += 1
    let start = at
    var write = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.quote {
        guard at + 1 < bytes.count, bytes[at + 1] == Self.quote else {
          at += 1
          try append(start, write, column)
          return try end(column, otherwise: .textAfterQuote)
        }
        at += 1
      } else if byte == Self.lineFeed {
        line += 1
      }
      bytes[write] = byte
      write += 1
      at += 1
      if write - start > CSVTable.fieldLimit { break }
    }
    let fault: CSVFault = at < bytes.count ? .fieldTooLong(limit: CSVTable.fieldLimit) : .unclosedQuote
    throw .csv(path: path, line: first, column: column, fault: fault)
  }

  private mutating func append(_ start: Int, _ end: Int, _ column: Int) throws(FileError) {
    guard end - start <= CSVTable.fieldLimit
    else { throw fault(.fieldTooLong(limit: CSVTable.fieldLimit), column) }
    fields.append(CSVField(start: UInt32(start), length: UInt32(end - start)))
  }

  /// Steps over the comma or the line end after a field.
  private mutating func end(_ column: Int, otherwise other: CSVFault) throws(FileError) -> End {
    guard at < bytes.count else { return .row }
    switch bytes[at] {
    case Self.comma:
      at += 1
      return .field
    case Self.lineFeed: at += 1
    case Self.carriageReturn:
      guard at + 1 < bytes.count, bytes[at + 1] == Self.lineFeed else { throw fault(.bareCarriageReturn, column) }
      at += 2
    default: throw fault(other, column)
    }
    line += 1
    return .row
  }

  private func fault(_ fault: CSVFault, _ column: Int? = nil) -> FileError {
    .csv(path: path, line: line, column: column, fault: fault)
  }
}
