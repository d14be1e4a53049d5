import ArgumentParser
import Foundation
import Training

extension Rollcall {
  /// `rollcall card`: a first card for a user's own table.
  struct DraftCard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "card",
      abstract: "Draft the card of a dataset from its CSV file; review it before use.",
      discussion: "Prints YAML; save it beside the CSV as NAME.yaml.")

    @Argument(help: "The table, CSV, plain or gzip.") var file: String

    func run() async throws {
      print(try CardDraft(file: URL(fileURLWithPath: file)).text, terminator: "")
    }
  }
}
