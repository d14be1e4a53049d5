package import Maths
package import Study

/// What a model learns of its half before it is trained: medians for missing numbers, means and deviations.
///
/// These are part of the model: the same record is another input to a model of another half.
package struct Preparation: Sendable {
  /// For each of the D columns the number that stands for a missing one.
  let medians: [Float]
  /// For each of the D columns the mean over the half.
  let means: [Float]
  /// For each of the D columns 1 over the deviation; 1 where the column does not vary in the half, so that a level or
  /// number that the half lacks is no flag.
  let scales: [Float]

  /// Only fills: numbers keep their values.
  package static func filling(_ design: Design, rows: [Int]) -> Preparation {
    Preparation(
      medians: medians(of: design, rows: rows), means: [Float](repeating: 0, count: design.roles.count),
      scales: [Float](repeating: 1, count: design.roles.count))
  }

  /// Fills, then standardises numbers, indicators and levels by the half's mean and deviation (of the population, / n).
  package static func standardising(_ design: Design, rows: [Int]) -> Preparation {
    let filling = filling(design, rows: rows)
    let columns = design.roles.count
    let filled = filling.matrix(of: design, rows: rows).elements
    var means = [Double](repeating: 0, count: columns)
    var squares = [Double](repeating: 0, count: columns)
    for start in stride(from: 0, to: filled.count, by: max(columns, 1)) {
      for column in 0..<columns { means[column] += Double(filled[start + column]) }
    }
    for column in 0..<columns { means[column] /= Double(rows.count) }
    for start in stride(from: 0, to: filled.count, by: max(columns, 1)) {
      for column in 0..<columns {
        let difference = Double(filled[start + column]) - means[column]
        squares[column] += difference * difference
      }
    }
    let scales = squares.map { square in
      let deviation = (square / Double(rows.count)).squareRoot()
      return deviation > 0 ? Float(1 / deviation) : 1
    }
    return Preparation(medians: filling.medians, means: means.map { Float($0) }, scales: scales)
  }

  /// The same, from the columns as they are: levels are counted.
  package static func standardising(_ records: Records, rows: [Int]) -> Preparation {
    let (design, count) = (records.design, Double(rows.count))
    let medians = medians(of: design, rows: rows)
    var (means, scales): ([Float], [Float]) = ([], [])
    func note(_ mean: Double, _ square: Double) {
      means.append(Float(mean))
      scales.append(square > 0 ? Float(1 / square.squareRoot()) : 1)
    }
    for column in records.columns {
      let first = means.count
      switch column.values {
      case .codes(let codes, let levels):
        var held = [Int](repeating: 0, count: levels.count)
        for row in rows { held[Int(codes[row])] += 1 }
        // The variance of 0 and 1.
        for level in held { note(Double(level) / count, Double(level) / count * (1 - Double(level) / count)) }
      case .numbers(let numbers, let missing):
        let hasIndicator = design.roles[first] != .number(missing: nil)
        let filler = medians[first]
        var (sum, absent) = (0.0, 0)
        for row in rows {
          sum += Double(missing[row] ? filler : numbers[row])
          absent += missing[row] ? 1 : 0
        }
        let mean = sum / count
        let square = rows.reduce(0.0) { sum, row in
          let difference = Double(missing[row] ? filler : numbers[row]) - mean
          return sum + difference * difference
        }
        note(mean, square / count)
        let share = Double(absent) / count
        if hasIndicator { note(share, share * (1 - share)) }
      }
    }
    return Preparation(medians: medians, means: means, scales: scales)
  }

  /// The prepared features of `rows`, in that order: rows x D.
  package func matrix(of design: Design, rows: some Collection<Int>) -> Matrix {
    let columns = design.roles.count
    precondition(columns == medians.count, "a model is asked about records in another design")
    var result = Matrix(rows: rows.count, columns: columns)
    design.matrix.elements.withUnsafeBufferPointer { source in
      result.elements.withUnsafeMutableBufferPointer { result in
        for (index, row) in rows.enumerated() {
          let (from, to) = (row * columns, index * columns)
          for column in 0..<columns {
            result[to + column] = (source[from + column] - means[column]) * scales[column]
          }
        }
        for case (let column, .number(let indicator?)) in design.roles.enumerated() {
          let filler = (medians[column] - means[column]) * scales[column]
          for (index, row) in rows.enumerated() where source[row * columns + indicator] != 0 {
            result[index * columns + column] = filler
          }
        }
      }
    }
    return result
  }

  /// The medians of the columns that lack numbers, 0 elsewhere and where the half has none at all.
  private static func medians(of design: Design, rows: [Int]) -> [Float] {
    design.roles.enumerated().map { column, role in
      guard case .number(let indicator?) = role else { return 0 }
      let present = rows.filter { design.matrix[$0, indicator] == 0 }
      let values = present.map { design.matrix[$0, column] }.sorted()
      guard !values.isEmpty else { return 0 }
      let middle = values.count / 2
      return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    }
  }
}
