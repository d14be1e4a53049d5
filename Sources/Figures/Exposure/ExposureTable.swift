import Findings
import Study

/// An exposure in numbers: how many records are found how often, small counts left out.
struct ExposureTable {
  let exposure: Exposure
  let noun: String

  /// The ends of bands, as bins of the histogram and as words.
  private static var bands: [(bins: Range<Int>, words: String)] {
    [
      (0..<1, say("never")), (1..<3, say("up to 1 time in 10")), (3..<6, say("up to 1 time in 4")),
      (6..<11, say("up to half the time")),
      (11..<16, say("up to 3 times in 4")), (16..<19, say("up to 9 times in 10")),
      (19..<21, say("more often, up to always")),
    ]
  }

  var table: DataTable {
    let counts = Self.bands.map { exposure.histogram[$0.bins].reduce(0, +) }
    let shown = Self.shown(counts)
    let rows = Self.bands.indices.map { band in
      let name = DataTable.Cell(Self.bands[band].words)
      guard shown[band] else {
        let least = Suppression.least
        let small = counts[band] < least
        return [
          name,
          DataTable.Cell(small ? say("not shown: fewer than \(least)") : say("not shown: would give the others away")),
          DataTable.Cell(say("not shown")),
        ]
      }
      let share = Double(counts[band]) / Double(exposure.records)
      return [name, DataTable.Cell(grouped(counts[band])), DataTable.Cell(decimal(100 * share, places: 1))]
    }
    return DataTable(
      title: say("How often \(noun) are found"),
      columns: [
        .init(say("Found in this share of the models")), .init(noun.capitalisedFirst, isNumber: true),
        .init(say("Share of all"), unit: "%", isNumber: true),
      ], rows: rows,
      note: say("Each band leaves out the one before. The twentieths that the dots show are in results.json."))
  }

  /// Counts of nobody or enough; one more where those left out could be worked out from the total.
  static func shown(_ counts: [Int]) -> [Bool] {
    var shown = counts.map { $0 == 0 || $0 >= Suppression.least }
    func hidden() -> Int { counts.indices.reduce(0) { $0 + (shown[$1] ? 0 : counts[$1]) } }
    while shown.contains(false), hidden() < Suppression.least || shown.count(where: { !$0 }) < 2 {
      let candidates = counts.indices.filter { shown[$0] && counts[$0] > 0 }
      guard let smallest = candidates.min(by: { (counts[$0], $0) < (counts[$1], $1) }) else { break }
      shown[smallest] = false
    }
    return shown
  }
}
