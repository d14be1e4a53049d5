public import Findings
public import Foundation
import Study

/// `findings.sarif`: the findings as SARIF 2.1.0 for engineering tools.
///
/// - Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020.
public struct SARIFLog: Encodable, Sendable {
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("https://json.schemastore.org/sarif-2.1.0.json", forKey: .schema)
    try container.encode(version, forKey: .version)
    try container.encode(runs, forKey: .runs)
  }

  struct Run: Encodable {
    let tool: Tool
    let results: [Result]
    let columnKind = "utf16CodeUnits"
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "Rollcall"
    let version: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Message
  }

  struct Message: Encodable {
    let text: String
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let kind: String
    let message: Message
    let locations: [Location]
    /// Equal for the same finding in another run, whatever its numbers and its other targets.
    let partialFingerprints: [String: String]
    let properties: [String: String]
  }

  struct Location: Encodable {
    let logicalLocations: [LogicalLocation]
  }

  struct LogicalLocation: Encodable {
    let fullyQualifiedName: String
    let kind: String
  }

  /// - Parameter engine: The version of the program.
  /// - Throws: ``ReportError`` if a template is missing or broken.
  public init(_ findings: Findings, engine: String, templates: TemplateFolder) throws(ReportError) {
    let texts = try FindingText.all(findings, templates: templates)
    let kinds = Finding.Kind.allCases
    let rules = kinds.map { Rule(id: $0.rawValue, shortDescription: Message(text: Self.rule($0))) }
    let results = zip(findings.plain.assessment.findings, texts).map { finding, text in
      Result(
        ruleId: finding.kind.rawValue, ruleIndex: kinds.firstIndex(of: finding.kind) ?? 0,
        level: Self.level(finding), kind: Self.kind(finding), message: Message(text: text.title + ". " + text.seen),
        locations: finding.cells.map {
          Location(logicalLocations: [LogicalLocation(fullyQualifiedName: $0, kind: "model")])
        },
        partialFingerprints: ["rollcall/1": Self.fingerprint(finding, results: findings.results)],
        properties: ["rating": finding.rating?.rawValue ?? "not rated", "verification": finding.verification])
    }
    runs = [Run(tool: Tool(driver: Driver(version: engine, rules: rules)), results: results)]
  }

  /// What a finding is about: of those that stand once a model, the model on its dataset; of those that stand once a
  /// check, the check; nothing more of those that stand once a report.
  private static func fingerprint(_ finding: Finding, results: Results) -> String {
    switch finding.kind {
    case .leak, .defenceWorks:
      guard let cell = finding.cells.first.flatMap({ id in results.cells.first { $0.id == id } }) else { break }
      let settings = cell.parameters.model.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.description)" }
      return ([finding.kind.rawValue, cell.dataset, cell.model] + settings).joined(separator: " ")
    case .checkFailed: return ([finding.kind.rawValue] + finding.groups).joined(separator: " ")
    case .groupLeak, .masking, .ungradedLeak, .insufficient, .slightLeak, .noLeak: break
    }
    return finding.kind.rawValue
  }

  /// As bytes: sorted keys, two-space indent.
  public func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try encoder.encode(self) + Data([UInt8(ascii: "\n")])
  }

  /// Good news and open questions are no failures of the model.
  private static func kind(_ finding: Finding) -> String {
    switch finding.kind {
    case .noLeak, .defenceWorks: "pass"
    case .insufficient, .checkFailed, .ungradedLeak: "review"
    case .leak, .groupLeak, .masking, .slightLeak: "fail"
    }
  }

  private static func level(_ finding: Finding) -> String {
    guard kind(finding) == "fail" else { return "none" }
    return switch finding.rating {
    case .critical, .high: "error"
    case .moderate, .inconclusive, nil: "warning"
    case .low, .minimal: "note"
    }
  }

  private static func rule(_ kind: Finding.Kind) -> String {
    switch kind {
    case .leak: say("Members of a model's training data can be told from others.")
    case .groupLeak: say("Some groups are found more often than all others.")
    case .masking: say("A defence hides a leak from one attack and not from another.")
    case .checkFailed: say("A check of the test itself failed.")
    case .ungradedLeak: say("A leak is shown but too uncertain to grade.")
    case .insufficient: say("There is too little evidence to judge.")
    case .slightLeak: say("A small leak is shown.")
    case .defenceWorks: say("With a defence no leak is shown where there was one.")
    case .noLeak: say("No leak is shown without any defence.")
    }
  }
}
