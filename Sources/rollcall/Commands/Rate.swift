import ArgumentParser
import Findings
import Foundation
import Study

extension Rollcall {
  /// `rollcall rate`: the rubric applied to figures that are at hand.
  struct Rate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rate a leak by the rubric of reports, from a grade or from measured figures.",
      discussion: """
        Give --grade, or --fpr with --found and --auc (low,high). Or name a YAML file that holds the same names: \
        sensitivity: S3, fpr: 0.001, found: [0.02, 0.05], auc: [0.7, 0.8]. The rubric is a convention of this project.
        """)

    @Argument(help: "A YAML file with the inputs; flags go before it.") var file: String?
    @Option(help: "G0, G1, G2, G3 or G4.") var grade: String?
    @Option(help: "What membership tells: S1 to S4.") var sensitivity: String?
    @Option(help: "The level of access: L0 to L9 (default: L4).") var level: String?
    @Option(help: "The class of outsiders, E1 to E4, in place of a level.") var exposure: String?
    @Option(help: "The rate of wrong accusations, above 0 to 1.") var fpr: Double?
    @Option(help: ArgumentHelp("The interval of the share of members found there.", valueName: "low,high"))
    var found: String?
    @Option(help: ArgumentHelp("The interval of the area under the ROC.", valueName: "low,high")) var auc: String?
    @Option(help: ArgumentHelp("The share of members among those asked about.", valueName: "low,high"))
    var prior: String?
    @Flag(help: "The prior is documented and a reviewer named, so that it may lower the rating.") var reviewed = false
    @Flag(help: "As JSON.") var json = false
    @Option(help: ArgumentHelp("The folder of report templates.", valueName: "folder")) var templates: String?

    func run() async throws {
      let places = Places(templates: templates, data: [], manifest: file)
      let guidance = try GuidanceFolders(templates: try places.templateFolder(), beside: places.manifestFolder).read()
      let answer = try guidance.guidance.rating.answer(to: try question())
      if json {
        print(String(decoding: try ResultsFile.data(answer), as: UTF8.self), terminator: "")
      } else {
        print(answer.lines.joined(separator: "\n"))
      }
    }

    /// The flags, or what the file says where a flag is not given.
    private func question() throws -> RatingQuestion {
      var texts: [String: String] = [:]
      if let file {
        let bytes = Array(try GivenFile.bytes(of: URL(fileURLWithPath: file), most: FactNode.largestFile))
        texts = try RatingQuestion.texts(of: try FactNode(bytes, file: file))
      }
      let flags: [(String, String?)] = [
        ("grade", grade), ("sensitivity", sensitivity), ("level", level), ("exposure", exposure),
        ("fpr", fpr.map { "\($0)" }), ("found", found), ("auc", auc), ("prior", prior),
        ("reviewed", reviewed ? "true" : nil),
      ]
      for case (let name, let text?) in flags { texts[name] = text }
      return try RatingQuestion(texts)
    }
  }
}
