import ArgumentParser
import Foundation

extension Rollcall {
  /// `rollcall report`: figures and report again from stored results.
  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "Draw the figures and write the report again from a run's stored results; trains nothing.")

    @Argument(help: "The folder of a run, with results.json in it.") var folder: String
    @Option(help: ArgumentHelp("The folder of report templates.", valueName: "folder")) var templates: String?

    func run() async throws {
      let places = Places(templates: templates, data: [], manifest: nil)
      let run = RunFolder(folder: URL(fileURLWithPath: folder))
      print(try Rendering(run: run, templates: try places.templateFolder()).again().path)
    }
  }
}
