import ArgumentParser

/// The root command.
struct Rollcall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollcall",
    abstract: "Measure whether an outsider can tell whose records trained a model.",
    discussion: """
      Exit codes: 0 done; 1 a gate failed; 2 bad usage, manifest or data; 3 a cell failed, the others are done; \
      4 a gate found insufficient evidence; 130 interrupted; 143 terminated.
      """,
    version: Version.engine,
    subcommands: [
      Run.self, Audit.self, PlanGrid.self, Render.self, Compare.self, Metrics.self, Rate.self, DP.self, Penalty.self,
      Cost.self, Budget.self, List.self, DraftCard.self,
    ])
}

/// What this build calls itself.
enum Version {
  static let engine = "0.1.0"
}
