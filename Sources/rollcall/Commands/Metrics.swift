import ArgumentParser
import Files
import Findings
import Foundation

extension Rollcall {
  /// `rollcall metrics`: the figures of scores that are at hand.
  struct Metrics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the metrics of a CSV file of membership labels and scores.",
      discussion: """
        The columns are label (0 or 1, false or true; 1 is a member), score (higher is likelier a member; inf and -inf \
        are allowed) and, to compare two attacks on the same records, score_2. Intervals at a false-positive rate take \
        the threshold as fixed, though it is chosen on the same records: they are too narrow, and given for comparison \
        with other programs.
        """)

    @Argument(help: "The table, CSV, plain or gzip.") var file: String
    @Flag(help: "As JSON, to full precision.") var json = false

    func run() async throws {
      let table = try ScoreTable(reading: URL(fileURLWithPath: file))
      let metrics = ScoreMetrics(scores: table.scores, second: table.second, truths: table.truths)
      if json {
        print(String(decoding: try ResultsFile.data(metrics), as: UTF8.self), terminator: "")
      } else {
        print(MetricsText(metrics).lines.joined(separator: "\n"))
      }
    }
  }
}
