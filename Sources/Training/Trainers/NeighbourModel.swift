import CKernels
import Maths
import Study

/// A half that is asked for its nearest records.
///
/// Products of a block of records with the half give distances that are off by rounding; every record that could be
/// among the nearest within that error is then measured exactly, so that the answer does not depend on it.
struct NeighbourModel: Model {
  let preparation: Preparation
  /// n x D.
  let half: Matrix
  let labels: [Int]
  let classes: Int
  let neighbours: Int
  let work: Double

  /// Records a product.
  private static let block = 64

  func signal(for records: Records) -> Signal {
    let inputs = preparation.matrix(of: records.design, rows: 0..<records.count)
    let (count, columns) = (half.rows, half.columns)
    let known = Buffer(half.elements, filler: 0)
    let asked = Buffer(inputs.elements, filler: 0)
    let products = Buffer<Float>(Self.block * count, filledWith: 0)
    let scratch = Buffer<Float>(rk_pack_count(columns), filledWith: 0)
    let lengths = (0..<count).map { length(known.base + $0 * columns) }
    let longest = lengths.max() ?? 0
    var votes = Matrix(rows: inputs.rows, columns: classes)
    for start in stride(from: 0, to: inputs.rows, by: Self.block) {
      let rows = min(Self.block, inputs.rows - start)
      MatrixView(products.base, rows: rows, columns: count).store(
        MatrixView(asked.base + start * columns, rows: rows, columns: columns),
        times: MatrixView(known.base, rows: count, columns: columns).transposed, path: .best, scratch: scratch)
      for row in 0..<rows {
        let record = asked.base + (start + row) * columns
        let bound = errorBound(longest + length(record))
        for neighbour in nearest(to: record, known.base, products.base + row * count, lengths, bound) {
          votes[start + row, labels[neighbour]] += 1 / Float(neighbours)
        }
      }
    }
    return Signal(kind: .votes, resolution: 0.5 / Double(neighbours), values: votes)
  }

  /// The nearest records of the half, by an exact look at all that may be among them.
  private func nearest(
    to record: UnsafeMutablePointer<Float>, _ known: UnsafeMutablePointer<Float>,
    _ products: UnsafeMutablePointer<Float>, _ lengths: [Double], _ bound: Double
  ) -> [Int] {
    // Less the record's own length, which is the same for all.
    let rough = lengths.indices.map { lengths[$0] - 2 * Double(products[$0]) }
    let limit = smallest(neighbours, of: rough) + 2 * bound
    var candidates: [(distance: Double, index: Int)] = []
    for (index, distance) in rough.enumerated() where distance <= limit {
      candidates.append((exactDistance(record, known + index * half.columns), index))
    }
    candidates.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
    return candidates.prefix(neighbours).map(\.index)
  }

  /// The `count`-th smallest of some numbers, by keeping the smallest ones in order.
  private func smallest(_ count: Int, of numbers: [Double]) -> Double {
    var kept = Array(numbers.prefix(count)).sorted()
    for number in numbers.dropFirst(count) where number < kept[count - 1] {
      var place = count - 1
      while place > 0, kept[place - 1] > number {
        kept[place] = kept[place - 1]
        place -= 1
      }
      kept[place] = number
    }
    return kept[count - 1]
  }

  private func length(_ record: UnsafeMutablePointer<Float>) -> Double {
    var sum = 0.0
    for column in 0..<half.columns { sum += Double(record[column]) * Double(record[column]) }
    return sum
  }

  private func exactDistance(_ one: UnsafeMutablePointer<Float>, _ other: UnsafeMutablePointer<Float>) -> Double {
    var sum = 0.0
    for column in 0..<half.columns {
      let difference = Double(one[column]) - Double(other[column])
      sum += difference * difference
    }
    return sum
  }

  /// How far a rough distance may be off: twice the error of a chain of D products in Float, whose terms add up to at
  /// most half the sum of both squared lengths.
  private func errorBound(_ lengths: Double) -> Double {
    Double(half.columns + 2) * 0x1p-23 * lengths
  }
}
