import ArgumentParser
import Foundation

/// Where a command looks and writes, shared by the commands that need it.
struct PlaceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("A folder with datasets, looked in first; may be given more than once.", valueName: "folder"))
  var data: [String] = []

  @Option(name: .long, help: ArgumentHelp("The folder of report templates.", valueName: "folder"))
  var templates: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The folder of trained models' signals (default: Output/store).", valueName: "folder"))
  var store: String?

  func places(manifest: String?) -> Places { Places(templates: templates, data: data, manifest: manifest) }

  var storeFolder: URL { URL(fileURLWithPath: store ?? "Output/store") }

  func validate() throws {
    for folder in data + [templates].compactMap({ $0 }) where !Places.isFolder(URL(fileURLWithPath: folder)) {
      throw ValidationError("'\(folder)' is not a folder: give the path of one that exists")
    }
  }
}

/// How much a command says.
struct TalkOptions: ParsableArguments {
  @Flag(name: .long, help: "Say nothing but warnings, errors and the result.") var quiet = false
  @Flag(name: .long, help: "Say what is done, step by step.") var verbose = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other: give one") }
  }
}
