import ArgumentParser

extension Rollcall {
  /// `rollcall plan`: the grid as a table, before anything is trained.
  struct PlanGrid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan",
      abstract: "Show the grid of a manifest: each cell, its trainings, what is stored, what is skipped and why.")

    @Argument(help: "The manifest, a YAML file.") var manifest: String
    @OptionGroup var places: PlaceOptions

    func run() async throws {
      let session = try Session(manifest: manifest, places: places, talk: TalkOptions.silent)
      print(try PlanTable(session: session).text)
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
