import Study

/// The cuts of ``KAnonymity`` and what each part's records become.
struct Coarsening: Sendable {
  private enum Node: Sendable {
    /// Places up to `most` go to node `below`, others to `above`.
    case cut(column: Int, most: Float, below: Int, above: Int)
    /// A part, by its number.
    case part(Int)
  }

  private let nodes: [Node]
  /// For each column one value a part.
  private let values: [Column]

  /// - Parameters:
  ///   - rows: What the cuts are made by: nothing else is looked at.
  ///   - least: Records that each part keeps; the half is one part where it has fewer than twice as many.
  init(of records: Records, rows: [Int], least: Int) {
    let cutter = MondrianCutter(records.columns, rows: rows, least: least)
    var nodes: [Node] = [.part(0)]
    var parts: [[Int]] = []
    var open: [(node: Int, rows: [Int])] = [(0, rows)]
    while let (node, rows) = open.popLast() {
      guard let cut = cutter.cut(rows) else {
        nodes[node] = .part(parts.count)
        parts.append(rows)
        continue
      }
      nodes[node] = .cut(column: cut.column, most: cut.most, below: nodes.count, above: nodes.count + 1)
      open.append((nodes.count, rows.filter { records.columns[cut.column].place(of: $0) <= cut.most }))
      open.append((nodes.count + 1, rows.filter { records.columns[cut.column].place(of: $0) > cut.most }))
      nodes += [.part(0), .part(0)]
    }
    self.nodes = nodes
    values = records.columns.map { $0.typical(of: parts) }
  }

  /// The records with the features of their parts.
  func applied(to records: Records) -> Records {
    let columns = records.columns
    let parts = (0..<records.count).map { row -> Int in
      var node = 0
      while true {
        switch nodes[node] {
        case .part(let part): return part
        case .cut(let column, let most, let below, let above):
          node = columns[column].place(of: row) <= most ? below : above
        }
      }
    }
    return Records(
      columns: values.map { $0.choosing(parts) }, labels: records.labels, classes: records.classes,
      subjects: records.subjects, image: records.image
    ).settingAside(records.population)
  }
}

/// Finds where to cut a part of a half in two.
private struct MondrianCutter {
  let columns: [Column]
  let least: Int
  /// For each column the width of the whole half.
  private let widths: [Double]

  init(_ columns: [Column], rows: [Int], least: Int) {
    self.columns = columns
    self.least = least
    widths = columns.map { Self.width(of: $0, rows: rows) }
  }

  /// The widest column that can be cut, and the greatest place that stays below; nil where none can.
  func cut(_ rows: [Int]) -> (column: Int, most: Float)? {
    guard rows.count >= 2 * least else { return nil }
    let shares = columns.indices.map { column in
      widths[column] > 0 ? Self.width(of: columns[column], rows: rows) / widths[column] : 0
    }
    let order = columns.indices.filter { shares[$0] > 0 }
      .sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1] }
    for column in order {
      if let most = threshold(rows.map { columns[column].place(of: $0) }.sorted()) { return (column, most) }
    }
    return nil
  }

  /// The place of the cut nearest to the middle that leaves enough on both sides.
  private func threshold(_ places: [Float]) -> Float? {
    var best: Int?
    for below in least...(places.count - least) where places[below - 1] < places[below] {
      // |2 below - n| is twice the distance from the middle.
      if best.map({ abs(2 * below - places.count) < abs(2 * $0 - places.count) }) ?? true { best = below }
    }
    return best.map { places[$0 - 1] }
  }

  /// The range of the numbers or codes; a missing number beside others widens as much as the whole range.
  private static func width(of column: Column, rows: [Int]) -> Double {
    let places = rows.map { column.place(of: $0) }
    let present = places.filter { $0 > -.infinity }
    let range = present.max().map { Double($0) - Double(present.min() ?? $0) } ?? 0
    let isMixed = !present.isEmpty && present.count < places.count
    return range + (isMixed ? max(range, 1) : 0)
  }
}

extension Column {
  /// A column with one value for each part: its mean, or its commonest level.
  fileprivate func typical(of parts: [[Int]]) -> Column {
    switch values {
    case .codes(let codes, let levels):
      let commonest = parts.map { rows -> Int32 in
        var counts = [Int](repeating: 0, count: levels.count)
        for row in rows { counts[Int(codes[row])] += 1 }
        let most = counts.max() ?? 0
        return Int32(counts.firstIndex(of: most) ?? 0)
      }
      return replacing(.codes(commonest, levels: levels))
    case .numbers(let numbers, let missing):
      func mean(_ rows: [Int]) -> Float? {
        let present = rows.filter { !missing[$0] }.map { Double(numbers[$0]) }
        guard !present.isEmpty else { return nil }
        let mean = present.reduce(0, +) / Double(present.count)
        return Float(grid == .real ? mean : mean.rounded())
      }
      let ofAll = mean(parts.flatMap { $0 }.sorted()) ?? 0
      // None is missing, so that a design has the same columns whichever records are coarsened.
      return replacing(.numbers(parts.map { mean($0) ?? ofAll }, missing: parts.map { _ in false }))
    }
  }
}
