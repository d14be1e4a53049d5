import ArgumentParser
import Foundation

extension Rollcall {
  /// `rollcall plan`: the grid as a table, before anything is trained.
  struct PlanGrid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan",
      abstract: "Show the grid of a manifest: each cell, its trainings, what is stored, what is skipped and why.",
      discussion: """
        The last line tells the time, disk and memory that a run will take, from small trainings on this machine whose \
        times are kept in the store.
        """)

    @Argument(help: "The manifest, a YAML file.") var manifest: String
    @OptionGroup var places: PlaceOptions
    @Option(help: "Models trained at once, 1 or more (default: one a core).") var workers: Int?

    func validate() throws {
      if let workers, !(1...1_024).contains(workers) {
        throw ValidationError("--workers is \(workers) but must be from 1 to 1024")
      }
    }

    func run() async throws {
      let session = try Session(manifest: manifest, places: places, talk: TalkOptions.silent)
      print(try PlanTable(session: session).text)
      let steps = Steps(style: Progress.style(quiet: false, environment: session.places.environment))
      defer { steps.finish() }
      let workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
      let cost = try PlanCost(session: session, workers: workers) { steps.say($0) }
      steps.finish()
      print("\n" + cost.text(workers: workers))
    }
  }
}

extension TalkOptions {
  static var silent: TalkOptions {
    var options = TalkOptions()
    options.quiet = true
    options.verbose = false
    return options
  }
}
