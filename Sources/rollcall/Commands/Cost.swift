import ArgumentParser
import Findings
import Foundation
import Study

extension Rollcall {
  /// `rollcall cost`: the cost model on inputs that are at hand.
  struct Cost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Estimate what acting now and acting later cost, from a YAML file of inputs.",
      discussion: """
        The file holds engagement: costs as a manifest has it (currency, exchange, region and any input by its name), \
        with people, prior and jurisdictions where they are known, and beside it rating and seed. What a study would \
        measure is stated as attack-tpr, operating-fpr and defence-effectiveness under costs.
        """)

    @Argument(help: "The YAML file of inputs.") var file: String
    @Flag(help: "As JSON.") var json = false
    @Option(help: ArgumentHelp("The folder of report templates.", valueName: "folder")) var templates: String?

    func run() async throws {
      let places = Places(templates: templates, data: [], manifest: file)
      let guidance = try GuidanceFolders(templates: try places.templateFolder(), beside: places.manifestFolder).read()
        .guidance
      let text = Array(try GivenFile.prefix(of: URL(fileURLWithPath: file), count: Manifest.largestFile + 1))
      let estimate = try guidance.answer(to: try MoneyQuestion(text, file: file), file: file)
      if json {
        print(String(decoding: try ResultsFile.data(estimate), as: UTF8.self), terminator: "")
      } else {
        print(Self.lines(estimate).joined(separator: "\n"))
      }
    }

    private static func lines(_ estimate: CostEstimate) -> [String] {
      func row(_ name: String, _ spread: Spread) -> String {
        let numbers = [spread.low, spread.likely, spread.high].map { number in
          let text = MoneyText.amount(number)
          return String(repeating: " ", count: max(0, 16 - text.count)) + text
        }
        return name + String(repeating: " ", count: max(1, 28 - name.count)) + numbers.joined()
      }
      let head = "\(estimate.currency), \(estimate.horizon) years: low, likely, high (corner cases, not percentiles)"
      return [head] + estimate.lines.map { row($0.id, $0.amount) }
        + estimate.courses.map { row($0.kind.rawValue, $0.total) }
        + estimate.benefits.map { row("benefit against \($0.later.rawValue)", $0.amount) }
    }
  }
}
