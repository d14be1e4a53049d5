public import Foundation

/// The cells of a `results.json` as this program writes it, cut into parts that can be decoded at the same time.
struct CellSplit {
  /// Arrays of cells, in order, of about as many bytes each.
  let parts: [Data]
  /// The file without its cells.
  let rest: Data

  private static let head = Array("{\n  \"cells\" : [\n".utf8)
  /// The lines that end a cell before another one, and the cells.
  private static let seam = Array("    },".utf8)
  private static let end = Array("  ],".utf8)

  /// Nil where the file is laid out otherwise or nothing is there to cut.
  init?(_ data: Data, parts count: Int) {
    guard count > 1, data.startIndex == 0, data.starts(with: Self.head),
      let (commas, end) = data.withUnsafeBytes(Self.lines),
      let last = commas.last
    else { return nil }
    let start = Self.head.count
    let aims = (1..<count).map { start + (end - start) / count * $0 }
    // Between parts a comma is left out.
    let cuts = Set(aims.map { aim in commas.first { $0 >= aim } ?? last }).sorted()
    parts = zip([start - 1] + cuts, cuts + [end]).map { Data("[".utf8) + data[($0 + 1)..<$1] + Data("]".utf8) }
    rest = data[..<start] + data[end...]
  }

  /// Where the commas between cells stand, and where the line begins that ends the cells.
  private static func lines(_ bytes: UnsafeRawBufferPointer) -> (commas: [Int], end: Int)? {
    var commas: [Int] = []
    var start = head.count
    while start < bytes.count, let base = bytes.baseAddress,
      let next = memchr(base + start, 0x0A, bytes.count - start)
    {
      let line = start..<base.distance(to: UnsafeRawPointer(next))
      if line.count == end.count, bytes[line].elementsEqual(end) { return (commas, start) }
      if line.count == seam.count, bytes[line].elementsEqual(seam) { commas.append(line.upperBound - 1) }
      start = line.upperBound + 1
    }
    return nil
  }
}

extension ResultsFile {
  /// The same, with cells decoded in as many parts as there are cores to do it.
  ///
  /// - Throws: ``ResultsFileError``.
  public static func results(_ data: Data, path: String, parts: Int) async throws(ResultsFileError) -> Results {
    guard let split = CellSplit(data, parts: parts) else { return try results(data, path: path) }
    let decoded = await withTaskGroup(of: (Int, [CellResult]?).self) { group in
      for (place, part) in split.parts.enumerated() {
        group.addTask { (place, try? JSONDecoder().decode([CellResult].self, from: part)) }
      }
      return await group.reduce(into: [[CellResult]?](repeating: nil, count: split.parts.count)) { $0[$1.0] = $1.1 }
    }
    let cells = decoded.compactMap { $0 }
    // A file that is damaged is read again as a whole, which tells where.
    guard cells.count == split.parts.count, var whole = try? results(split.rest, path: path) else {
      return try results(data, path: path)
    }
    whole.cells = cells.flatMap { $0 }
    return whole
  }
}
