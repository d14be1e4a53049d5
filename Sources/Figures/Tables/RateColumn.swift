import Findings
import Study

/// Numbers with intervals in one column of a table: all with as many decimals as the middle one of their intervals bears.
struct RateColumn {
  static var unit: String { say("%, 95\u{A0}% interval") }
  private let decimals: Int
  private let scale: Double

  /// - Parameters:
  ///   - widths: of the intervals.
  ///   - scale: 100 for percentages.
  init(widths: [Double], scale: Double = 100) {
    let known = widths.filter { $0.isFinite && $0 > 0 }.map { $0 * scale }.sorted()
    self.scale = scale
    switch known.isEmpty ? 1 : known[known.count / 2] {
    case 10...: decimals = 0
    case 1..<10: decimals = 1
    case 0.1..<1: decimals = 2
    default: decimals = 3
    }
  }

  func cell(_ value: Double, _ low: Double, _ high: Double) -> DataTable.Cell {
    guard [value, low, high].allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else {
      return DataTable.Cell(say("n/a: no number in the results"))
    }
    let written = [value, low, high].map { decimal($0 * scale, places: decimals) }
    return DataTable.Cell(written[0], range: "\(written[1])–\(written[2])")
  }

  func cell(_ estimate: Estimate) -> DataTable.Cell { cell(estimate.value, estimate.low, estimate.high) }
}
