import Foundation
import Study
import Testing

@Suite("A gate")
struct GateTests {
  private func gate(_ text: String) throws -> Gate { try Gate.read(Array(text.utf8), file: "gate.yaml") }

  @Test("is read with its limits, its rates and what it selects")
  func read() throws {
    let gate = try gate(
      """
      match: recipe
      on-insufficient: pass
      levels:
        - {figure: tpr, at: 0.01, at-most: 0.05, attack: lira-online, access: [logits, labels]}
      changes:
        - figure: accuracy
          fall: 0.02
          dataset: [a, b]
      """)
    #expect(gate.match == .recipe && gate.onInsufficient == .pass && gate.rules.count == 2)
    #expect(gate.rules[0].figure == .tpr && gate.rules[0].at == 0.01 && gate.rules[0].limit == 0.05)
    #expect(gate.rules[0].selection.attacks == ["lira-online"])
    #expect(gate.rules[0].selection.access == [.logits, .labels] && gate.rules[0].line == 4)
    #expect(gate.rules[1].kind == .change && gate.rules[1].selection.datasets == ["a", "b"])
  }

  struct Fault: CustomTestStringConvertible {
    let text: String
    let says: [String]
    var testDescription: String { says.joined(separator: " ") }
  }

  static let faults = [
    Fault(text: "", says: ["gate.yaml", "empty"]),
    Fault(text: "match: exact\n", says: ["gate.yaml:1", "no rule"]),
    Fault(text: "levles: []\n", says: ["gate.yaml:1:1", "levles", "did you mean levels"]),
    Fault(text: "levels: []\n", says: ["empty"]),
    Fault(text: "levels: 3\n", says: ["must be a list"]),
    Fault(text: "levels:\n  - {figure: ac, at-most: 1}\n", says: ["gate.yaml:2:14", "'ac'", "auc"]),
    Fault(text: "levels:\n  - {at-most: 1}\n", says: ["no 'figure'"]),
    Fault(text: "levels:\n  - {figure: auc}\n", says: ["no 'at-most'"]),
    Fault(text: "levels:\n  - {figure: auc, rise: 0.1}\n", says: ["rise", "gate.yaml:2"]),
    Fault(text: "levels:\n  - {figure: accuracy, at-most: 0.1}\n", says: ["at-most", "at-least"]),
    Fault(text: "levels:\n  - {figure: accuracy, at-least: 0.1, attack: loss}\n", says: ["attack"]),
    Fault(text: "levels:\n  - {figure: auc, at-most: 1.5}\n", says: ["at-most", "from 0 to 1", "1.5"]),
    Fault(text: "levels:\n  - {figure: auc, at-most: nan}\n", says: ["at-most", "nan"]),
    Fault(text: "levels:\n  - {figure: tpr, at-most: 0.5}\n", says: ["no 'at'", "0.01"]),
    Fault(text: "levels:\n  - {figure: tpr, at: 0.02, at-most: 0.5}\n", says: ["at must be one of", "0.02"]),
    Fault(text: "levels:\n  - {figure: auc, at: 0.01, at-most: 0.5}\n", says: ["'at'"]),
    Fault(text: "changes:\n  - {figure: auc, rise: 0.1, access: logit}\n", says: ["did you mean logits"]),
    Fault(text: "changes:\n  - {figure: auc, rise: 0.1, dataset: {a: 1}}\n", says: ["dataset must be text"]),
    Fault(text: "changes:\n  - {figure: auc, rise: 0.1, rise: 0.2}\n", says: ["twice"]),
    Fault(text: "changes:\n  - {figure: auc, rise: 0.1}\nmatch: all\n", says: ["gate.yaml:3", "exact"]),
    Fault(text: "changes: \"\u{0}\"", says: ["NUL"]),
    Fault(text: String(repeating: "[", count: 5_000), says: ["brackets"]),
    Fault(text: "a: &a [1]\nb: *a\n", says: ["no key 'a'"]),
    Fault(text: String(repeating: "x", count: 1 << 21), says: ["bytes"]),
  ]

  @Test("is refused with file, place and remedy where it is faulty", arguments: faults)
  func refused(fault: Fault) throws {
    let error = try #require(throws: ManifestError.self) { try gate(fault.text) }
    for part in fault.says { #expect(error.description.contains(part), "\(error)") }
    #expect(error.description.utf8.count < 2_000)
  }

  @Test("has the published schema")
  func schema() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Templates/Schemas/gate.schema.json").standardized
    let text = try GateSchema.text
    if ProcessInfo.processInfo.environment["ROLLCALL_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("the schema was written anew")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("has every key of the schema accepted and no other")
  func keys() throws {
    for (kind, limit) in [("levels", "at-most"), ("changes", "rise")] {
      for figure in ["auc", "tpr"] {
        let rate = figure == "tpr" ? "at: 0.1, " : ""
        let more = ["dataset: a", "model: b", "defence: c", "attack: d", "access: labels"].joined(separator: ", ")
        #expect(try gate("\(kind): [{figure: \(figure), \(rate)\(limit): 0.5, \(more)}]").rules.count == 1)
      }
    }
    #expect(try gate("levels: [{figure: accuracy, at-least: 0.5, dataset: a, model: b, defence: c}]").rules.count == 1)
    #expect(try gate("changes: [{figure: accuracy, fall: 0, dataset: a, model: b, defence: c}]").rules.count == 1)
  }
}
