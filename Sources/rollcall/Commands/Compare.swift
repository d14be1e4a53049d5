import ArgumentParser
import Files
import Findings
import Foundation
import Reports
import Study

extension Rollcall {
  /// `rollcall compare`: two runs side by side, and a yes or no for a release.
  struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare two runs and hold the newer one against a gate.",
      discussion: """
        Cells are matched by what they are (records, model, defence, attack and all parameters), never by name or place. \
        Exit codes: 0 compared, or the gate passed; 1 the gate failed; 2 bad usage or input; 4 insufficient evidence.
        """)

    @Argument(help: "What is released already: a run's folder or its results.json.") var base: String
    @Argument(help: "What would take its place: a run's folder or its results.json.") var current: String
    @Option(help: ArgumentHelp("Limits on levels and on changes, a YAML file.", valueName: "file")) var gate: String?
    @Option(
      help: ArgumentHelp(
        "exact, recipe (parameters may differ) or model (the defence too); default: the gate's, or exact.",
        valueName: "rule"))
    var match: String?
    @Option(help: ArgumentHelp("Write the lines as JUnit XML.", valueName: "file")) var junit: String?
    @Option(help: ArgumentHelp("Write the comparison as Markdown.", valueName: "file")) var markdown: String?
    @Option(help: ArgumentHelp("Write the comparison as JSON.", valueName: "file")) var json: String?

    func validate() throws {
      let known = MatchRule.allCases.map(\.rawValue)
      if let match, !known.contains(match) {
        throw ValidationError("--match is '\(match)'\(Nearest.hint(for: match, in: known))")
      }
      let places = [junit, markdown, json].compactMap { $0 }.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
      if Set(places).count < places.count { throw ValidationError("two outputs have the same path: give each its own") }
    }

    func run() async throws {
      let limits = try gate.map { try Self.gate(at: $0) }
      let comparison = Comparison(
        base: try StoredRun.read(base), current: try StoredRun.read(current), match: match.flatMap(MatchRule.init),
        gate: limits)
      if let junit { try Self.write(Data(GateJUnit.xml(comparison).utf8), to: junit) }
      if let markdown { try Self.write(Data(ComparisonMarkdown.text(comparison).utf8), to: markdown) }
      if let json { try Self.write(try ResultsFile.data(comparison), to: json) }
      print(ComparisonTable.text(comparison))
      switch comparison.gate?.outcome {
      case .failed: throw EarlyEnd(code: ExitStatus.gateFailed)
      case .insufficient: throw EarlyEnd(code: ExitStatus.insufficientEvidence)
      case .passed, nil: break
      }
    }

    private static func gate(at path: String) throws -> Gate {
      let bytes = try GivenFile.bytes(of: URL(fileURLWithPath: path), most: Manifest.largestFile)
      return try Gate.read(Array(bytes), file: path)
    }

    private static func write(_ data: Data, to path: String) throws {
      try AtomicFile.write(data, to: URL(fileURLWithPath: path))
    }
  }
}
