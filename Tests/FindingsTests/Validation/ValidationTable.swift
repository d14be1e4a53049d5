import Foundation

/// The shares that simulations gave, as `Benchmarks/Validation.md` prints them.
struct ValidationTable {
  struct Row {
    let setting: String
    let question: Simulation.Question
    let hits: Int
    let runs: Int
    private let isClaimed: Bool

    init(_ simulation: Simulation, _ question: Simulation.Question, hits: Int, runs: Int) {
      setting = simulation.setting
      isClaimed = simulation.isClaimed
      self.question = question
      self.hits = hits
      self.runs = runs
    }

    var share: Double { Double(hits) / Double(runs) }
    /// Of the share.
    var error: Double { (share * (1 - share) / Double(runs)).squareRoot() }

    /// Whether it lies beyond its band on the side that claims more than is known, by more than `errors` of its own.
    func isInvalid(errors: Double) -> Bool {
      guard isClaimed else { return false }
      let range = question.band.range
      // A share of 0 or 1 has no error of its own.
      let room = errors * max(error, (0.05 * 0.95 / Double(runs)).squareRoot())
      return question.band.isOfErrors ? share > range.upperBound + room : share < range.lowerBound - room
    }

    var verdict: String {
      let range = question.band.range
      if range.contains(share) { return "inside" }
      return (share < range.lowerBound ? "below" : "above") + (isClaimed ? "" : ", not claimed")
    }
  }

  var rows: [Row] = []

  var markdown: String {
    let head = """
      # How often intervals and tests are right
      Each line is a share of \(rows.first?.runs ?? 0) simulated studies with fixed seeds, in percent with its standard \
      error. An interval of 95 % should hold the truth in 93 to 97 %, an exact one in 95 % or more; a test at 5 % should \
      err in 3 to 7 %, one that is corrected for several looks in 7 % or less. \"above\" for an interval, or \"below\" \
      for a test, says that it is more careful than it need be; the other way round it would claim too much, and \
      `make validate` fails. \"not claimed\" marks what few pairs cannot give: \
      where leaks differ between pairs of models from none to all, four or eight pairs do not show by how much, and \
      intervals of rates are too narrow. Take K = 32 or more there.

      Made by `make validate` (Tests/FindingsTests/Validation).

      | setting | figure | share | error | band | |
      | --- | --- | ---: | ---: | --- | --- |

      """
    return head
      + rows.map { row in
        let range = row.question.band.range
        let band = "\(Self.percent(range.lowerBound, 0)) to \(Self.percent(range.upperBound, 0))"
        return "| \(row.setting) | \(row.question.text) | \(Self.percent(row.share, 1)) | "
          + "\(Self.percent(row.error, 1)) | \(band) | \(row.verdict) |\n"
      }.joined()
  }

  private static func percent(_ share: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", 100 * share)
  }
}
