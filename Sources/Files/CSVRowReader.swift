public import Foundation

/// A table with a header, read a row at a time (RFC 4180, UTF-8, commas; packed with gzip or plain).
///
///     let reader = try CSVRowReader(reading: url)
///     while try reader.next() { names.append(reader.text(0)) }
///
/// Holds one row and a piece of the file, so that tables of any length can be read.
public final class CSVRowReader {
  /// As it appears in messages.
  public let path: String
  /// The names of the columns: not empty, all different.
  public private(set) var header: [String] = []
  /// The line on which the row at hand begins, from 1.
  public private(set) var line = 0
  private let window: ByteWindow
  private var nextLine = 1
  /// Where each field of the row at hand stands in the window.
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// The fields of the row that hold doubled quotes.
  private var doubledFields: [Int] = []

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  /// The most bytes of one row.
  private static let rowLimit = 1 << 24

  /// Reads the header.
  ///
  /// - Throws: ``FileError`` with the line.
  public convenience init(reading url: URL) throws(FileError) { try self.init(ByteStream(url)) }

  /// Reads bytes at hand, in pieces of a given size.
  package convenience init(_ bytes: [UInt8], piece: Int, path: String) throws(FileError) {
    try self.init(ByteStream(bytes, piece: piece, path: path))
  }

  private init(_ stream: ByteStream) throws(FileError) {
    window = ByteWindow(stream)
    path = window.path
    while window.count < 3, try window.fill() {}
    window.skipByteOrderMark()
    guard try readRow(columns: CSVTable.columnLimit + 1) else { throw fault(.empty) }
    guard starts.count <= CSVTable.columnLimit else { throw fault(.tooManyColumns(limit: CSVTable.columnLimit)) }
    header = starts.indices.map(text)
    var seen: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      if name.isEmpty { throw fault(.unnamedColumn, index) }
      if let first = seen.updateValue(index + 1, forKey: name) {
        throw fault(.duplicateColumn(name: name, first: first), index)
      }
    }
  }

  /// Moves to the next row; false at the end.
  ///
  /// - Throws: ``FileError`` where the row is faulty or has another number of fields than the header.
  public func next() throws(FileError) -> Bool {
    guard try readRow(columns: header.count) else { return false }
    guard starts.count == header.count else {
      throw .csv(path: path, line: line, column: nil, fault: .ragged(found: starts.count, expected: header.count))
    }
    return true
  }

  /// The bytes of a field, good until the next row; a byte that is no part of a number follows them.
  @inline(__always)
  public func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    window.bytes(starts[column], ends[column])
  }

  public func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  public func fault(_ fault: CSVFault, _ column: Int? = nil) -> FileError {
    .csv(path: path, line: max(1, line), column: column.map { $0 + 1 }, fault: fault)
  }

  /// Finds the fields of the next row, at most `columns` + 1 of them; false at the end of the file.
  private func readRow(columns: Int) throws(FileError) -> Bool {
    while true {
      line = nextLine
      if window.isDrained {
        guard try window.fill() else { return false }
        continue
      }
      if let end = try scan(columns) {
        try check(end)
        for field in doubledFields { ends[field] = window.undouble(starts[field], ends[field]) }
        window.consume(end)
        return true
      }
      guard window.count <= Self.rowLimit else { throw fault(.fieldTooLong(limit: CSVTable.fieldLimit)) }
      // The row goes on beyond the window: it is found again from its start.
      try window.fill()
    }
  }

  /// Where the row at the window's start ends, or nil where the window does not tell.
  private func scan(_ columns: Int) throws(FileError) -> Int? {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    doubledFields.removeAll(keepingCapacity: true)
    nextLine = line
    var at = window.start
    while true {
      guard let after = try field(from: at) else { return nil }
      at = after
      guard at < window.end else { return window.isComplete ? at : nil }
      switch window[at] {
      case Self.comma:
        at += 1
        if starts.count > columns { return at }
        continue
      case Self.lineFeed: at += 1
      default:
        // A carriage return: others were refused with their field.
        guard at + 1 < window.end || window.isComplete else { return nil }
        guard at + 1 < window.end, window[at + 1] == Self.lineFeed
        else { throw fault(.bareCarriageReturn, starts.count - 1) }
        at += 2
      }
      nextLine += 1
      return at
    }
  }

  /// Reads one field and returns where it ends, or nil where the window ends first.
  private func field(from start: Int) throws(FileError) -> Int? {
    if start < window.end, window[start] == Self.quote { return try quoted(from: start) }
    let end = window.plainEnd(from: start)
    guard end < window.end || window.isComplete else {
      try checkLength(end - start)
      return nil
    }
    if end < window.end {
      if window[end] == Self.quote { throw fault(.strayQuote, starts.count) }
      if window[end] == 0 { throw fault(.nul, starts.count) }
    }
    try add(start, end)
    return end
  }

  private func quoted(from start: Int) throws(FileError) -> Int? {
    var at = start + 1
    var doubled = false
    while at < window.end {
      let byte = window[at]
      if byte == Self.quote {
        guard at + 1 < window.end || window.isComplete else { return nil }
        guard at + 1 < window.end, window[at + 1] == Self.quote else {
          if doubled { doubledFields.append(starts.count) }
          try add(start + 1, at)
          return try closed(at + 1)
        }
        doubled = true
        at += 1
      } else if byte == Self.lineFeed {
        nextLine += 1
      } else if byte == 0 {
        throw fault(.nul, starts.count)
      }
      at += 1
      try checkLength((at - start) / 2)
    }
    guard window.isComplete else { return nil }
    throw fault(.unclosedQuote, starts.count)
  }

  /// What follows a closing quote must end the field.
  private func closed(_ at: Int) throws(FileError) -> Int {
    guard at < window.end else { return at }
    let byte = window[at]
    guard byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn
    else { throw fault(.textAfterQuote, starts.count - 1) }
    return at
  }

  private func add(_ start: Int, _ end: Int) throws(FileError) {
    try checkLength(end - start)
    starts.append(start)
    ends.append(end)
  }

  private func checkLength(_ length: Int) throws(FileError) {
    guard length <= CSVTable.fieldLimit
    else { throw fault(.fieldTooLong(limit: CSVTable.fieldLimit), starts.count) }
  }

  /// Refuses a row that is not UTF-8.
  private func check(_ end: Int) throws(FileError) {
    let row = window.bytes(window.start, end)
    var all: UInt8 = 0
    for byte in row { all |= byte }
    guard all >= 0x80 else { return }
    do throws(FileError) { try CSVText.check(Array(row), path: path) } catch {
      throw fault(.notUTF8)
    }
  }
}
