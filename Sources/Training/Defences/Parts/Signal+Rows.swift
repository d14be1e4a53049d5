import Maths
import Study

extension Signal {
  /// The signal as probabilities, each record's row changed in place.
  func changingRows(resolution: Double, _ change: (_ record: Int, _ row: inout [Double]) -> Void) -> Signal {
    let (probabilities, classes) = (probabilities(), values.columns)
    var elements: [Float] = []
    elements.reserveCapacity(probabilities.count)
    for record in 0..<values.rows {
      var row = Array(probabilities[record * classes..<(record + 1) * classes])
      change(record, &row)
      elements += row.map { Float($0) }
    }
    return Signal(
      kind: .probabilities, resolution: resolution,
      values: Matrix(rows: values.rows, columns: classes, elements: elements))
  }
}

extension [Double] {
  /// The classes from the likeliest to the least likely; of equal ones the first comes first.
  var ranking: [Int] { indices.sorted { self[$0] == self[$1] ? $0 < $1 : self[$0] > self[$1] } }
}
