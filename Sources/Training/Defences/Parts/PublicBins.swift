package import Study

/// The bins of a column as the population shows them: no other record is looked at.
package struct PublicBins: Sendable {
  /// For each bin the rows of the population that lie in it: one or more.
  private(set) var rows: [[Int]]
  private let column: Column
  /// For numbers the greatest place of each bin, ascending, missing ones first where the population lacks some; for
  /// codes the code of each bin.
  private let marks: [Float]
  private let isNumber: Bool
  /// Where a code that the population lacks counts.
  private var commonest: Int

  /// - Parameters:
  ///   - population: One row or more.
  ///   - most: Of the bins of numbers that are there; a bin for missing ones comes on top, and levels have a bin each.
  package init(_ column: Column, population: [Int], most: Int) {
    precondition(!population.isEmpty, "bins are those of a population")
    self.column = column
    let places = population.map { column.place(of: $0) }
    if case .numbers = column.values {
      isNumber = true
      let present = places.filter { $0 > -.infinity }.sorted()
      var marks: [Float] = present.count < places.count ? [-.infinity] : []
      for bin in 1...most where !present.isEmpty {
        // The bin's last value when the values are dealt out evenly; equal values stay together.
        let mark = present[max(bin * present.count / most, 1) - 1]
        if marks.last.map({ $0 < mark }) ?? true { marks.append(mark) }
      }
      self.marks = marks
    } else {
      isNumber = false
      marks = Set(places).sorted()
    }
    rows = [[Int]](repeating: [], count: marks.count)
    commonest = 0
    for row in population { rows[bin(of: row)].append(row) }
    let sizes = rows.map(\.count)
    commonest = sizes.firstIndex(of: sizes.max() ?? 0) ?? 0
  }

  var count: Int { rows.count }

  /// The bin of any record: beyond the bounds the nearest, for an unknown level the commonest.
  func bin(of row: Int) -> Int {
    let place = column.place(of: row)
    guard isNumber else { return marks.firstIndex(of: place) ?? commonest }
    // A missing number where the population lacks none lies below all others.
    return marks.firstIndex { place <= $0 } ?? marks.count - 1
  }
}
