import ArgumentParser

@main
struct Rollcall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "placeholder")
}
