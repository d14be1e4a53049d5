import Foundation
import Maths

/// Times every row, or those that are named, and prints one JSON object.
///
///     swift run -c release --package-path Benchmarks/Speed Speed [NAME...]
@main
enum Main {
  /// What is printed.
  struct Output: Encodable {
    let cpu: String
    let timings: [Timing]
  }

  static func main() async throws {
    let wanted = CommandLine.arguments.dropFirst()
    if let unknown = wanted.first(where: { name in !rows.contains { $0.name == name } }) {
      let names = rows.map { $0.name }.joined(separator: ", ")
      FileHandle.standardError.write(Data("error: there is no row '\(unknown)': give some of \(names)\n".utf8))
      exit(2)
    }
    var timings: [Timing] = []
    for row in rows where wanted.isEmpty || wanted.contains(row.name) { timings += try await row.timings() }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let output = try encoder.encode(Output(cpu: KernelPath.best.description, timings: timings))
    print(String(decoding: output, as: UTF8.self))
  }
}
