import ArgumentParser
import Foundation

extension Rollcall {
  /// `rollcall run`: the whole way from manifest to report.
  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train the grid of a manifest, attack it and write the report.",
      discussion: """
        Prints the path of the report. Exit codes: 0 done; 2 bad usage, manifest or data; 3 a cell failed, the others \
        are done and the report says which failed and why; 130 interrupted; 143 terminated.
        """)

    @Argument(help: "The manifest, a YAML file.") var manifest: String
    @Option(help: ArgumentHelp("Where the report goes (default: Output/<name>).", valueName: "folder")) var output:
      String?
    @OptionGroup var places: PlaceOptions
    @Option(help: "Models trained at once, 1 or more (default: one a core).") var workers: Int?
    @Flag(help: "Train every model again, whatever the store holds.") var fresh = false
    @OptionGroup var talk: TalkOptions

    func validate() throws {
      if let workers, !(1...1_024).contains(workers) {
        throw ValidationError("--workers is \(workers) but must be from 1 to 1024")
      }
    }

    func run() async throws {
      let session = try Session(manifest: manifest, places: places, talk: talk)
      let pipeline = try Pipeline(
        session: session, output: output, workers: workers ?? ProcessInfo.processInfo.activeProcessorCount,
        fresh: fresh)
      let work = Task { try await pipeline.run() }
      let watch = SignalWatch { work.cancel() }
      do {
        let outcome = try await work.value
        print(outcome.report.path)
        guard outcome.failed == 0 else {
          let cells = outcome.failed == 1 ? "1 cell" : "\(outcome.failed) cells"
          throw EarlyEnd(code: ExitStatus.cellFailed, message: "\(cells) failed: the report says which and why")
        }
      } catch is CancellationError {
        throw EarlyEnd(
          code: watch.exitCode ?? ExitStatus.interrupted,
          message: "stopped: what was trained is kept, and the same command goes on from there")
      }
    }
  }
}
