import Findings
import Foundation
import Testing

@Suite("The published schemas")
struct SchemaTests {
  private static let folder = Program.root.appendingPathComponent("Templates/Schemas")

  /// An entry may be newer than the file, so that adding one needs no other edit; `make check` asks for the same bytes.
  @Test("of a manifest knows each entry as the registries do")
  func manifest() throws {
    let program = try Program()
    let made = try program.run("list", "manifest-schema").output
    let file = Self.folder.appendingPathComponent("manifest.schema.json")
    if ProcessInfo.processInfo.environment["ROLLCALL_RECORD"] == "1" {
      try Data(made.utf8).write(to: file)
      Issue.record("written anew: read the difference, then run without ROLLCALL_RECORD")
    }
    let known = try Self.entries(of: Data(contentsOf: file))
    let current = try Self.entries(of: Data(made.utf8))
    #expect(known.count > 10)
    for (entry, text) in known { #expect(current[entry] == text, "\(entry)") }
  }

  @Test("of a manifest accepts what the decoder accepts and refuses what it refuses")
  func decoder() throws {
    let schema = try JSONSchema(Data(contentsOf: Self.folder.appendingPathComponent("manifest.schema.json")))
    let whole: [String: Any] = [
      "name": "a", "datasets": ["heart_cleveland", ["name": "german_credit", "rows": 500]],
      "models": ["mlp", ["name": "random-forest", "trees": [10, 20]]], "attacks": ["loss"], "pool": ["models": 8],
    ]
    #expect(try schema.faults(in: Self.asJSON(whole)).isEmpty)
    let changes: [(String, Any)] = [
      ("models", ["random-forrest"]), ("models", [["name": "mlp", "epochs": "ten"]]), ("seed", -1),
      ("datasets", [String]()), ("colour", "red"), ("pool", ["models": 1]), ("attacks", [["name": "loss", "x": 1]]),
    ]
    for (key, value) in changes {
      var wrong = whole
      wrong[key] = value
      #expect(try !schema.faults(in: Self.asJSON(wrong)).isEmpty, "\(key): \(value)")
      // JSON is YAML: the decoder reads the same text.
      let program = try Program()
      let text = String(decoding: try JSONSerialization.data(withJSONObject: wrong), as: UTF8.self)
      let path = try program.write(text, to: "study.yaml")
      #expect(try program.run("plan", path).status == 2, "\(key): \(value)")
    }
    let program = try Program()
    let text = String(decoding: try JSONSerialization.data(withJSONObject: whole), as: UTF8.self)
    let plan = try program.run("plan", try program.write(text, to: "study.yaml"))
    #expect(plan.status == 0 && plan.output.contains("german_credit-rows-500-random-forest-trees-20-none"), "\(plan)")
  }

  /// What a schema says of each entry, by list and name.
  private static func entries(of data: Data) throws -> [String: String] {
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    let properties = root["properties"] as? [String: [String: Any]] ?? [:]
    var result: [String: String] = [:]
    for list in ["models", "defences", "attacks"] {
      let forms = (properties[list]?["items"] as? [String: Any])?["anyOf"] as? [[String: Any]] ?? []
      for form in forms {
        let inner = (form["properties"] as? [String: [String: Any]])?["name"]?["const"] as? String
        let name = form["const"] as? String ?? inner ?? ""
        let text = try JSONSerialization.data(withJSONObject: form, options: .sortedKeys)
        result["\(list) \(name) \(inner == nil ? "short" : "long")"] = String(decoding: text, as: UTF8.self)
      }
    }
    return result
  }

  /// Numbers as a parser gives them.
  private static func asJSON(_ object: [String: Any]) throws -> Any {
    try JSONSerialization.jsonObject(with: JSONSerialization.data(withJSONObject: object))
  }

  @Test("of results holds for a run with done, skipped and failed cells, and subjects")
  func results() throws {
    let program = try Program()
    try persons(program)
    let manifest = try program.write(
      study(
        datasets: "[persons]",
        models:
          "[{name: random-forest, trees: 5}, {name: mlp, rate: 1000000, hidden: [64, 64, 64, 64, 64, 64, 64, 64]}]",
        defences: "[none, weight-decay]", pool: 8, more: "date: 2026-01-31\nreport: {client: \"<b>A & B</b>\"}"),
      to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store", "--data", program.path("data"))
    #expect(end.status == 3, "\(end.errors)")
    let data = try program.read("out/results.json")
    let schema = try JSONSchema(Data(contentsOf: Self.folder.appendingPathComponent("results.schema.json")))
    let faults = schema.faults(in: try JSONSerialization.jsonObject(with: data))
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    let results = try ResultsFile.results(data, path: "results.json")
    #expect(results.cells.map(\.status) == [.done, .skipped, .failed, .failed])
    #expect(results.cells[0].attacks[0].subjects != nil)
    #expect(try ResultsFile.data(results) == data)
    let page = String(decoding: try program.read("out/report.html"), as: UTF8.self)
    #expect(page.contains("&lt;b&gt;A &amp; B&lt;/b&gt;") && !page.contains("<b>A"))
  }

  @Test("of replicates holds for a run and for an audit, and each cell's accuracy is among them")
  func replicates() throws {
    let program = try Program()
    let manifest = try program.write(study(), to: "study.yaml")
    let run = try program.run("run", manifest, "--output", "run", "--store", "store")
    #expect(run.status == 0, "\(run.errors)")
    let file = try program.write(AuditFiles.table(), to: "a.csv")
    #expect(try program.run("audit", file, "--output", "audit").status == 0)
    let schema = try JSONSchema(Data(contentsOf: Self.folder.appendingPathComponent("replicates.schema.json")))
    for name in ["run", "audit"] {
      let data = try program.read("\(name)/replicates.json")
      let faults = schema.faults(in: try JSONSerialization.jsonObject(with: data))
      #expect(faults.isEmpty, "\(name): \(faults.prefix(5))")
      let archive = try JSONDecoder().decode(ReplicateArchive.self, from: data)
      let cells = Set(archive.lines.map(\.cell))
      let ofAccuracy = archive.lines.filter { $0.attack == nil }
      #expect(Set(ofAccuracy.map(\.cell)) == cells && ofAccuracy.count == cells.count)
      #expect(ofAccuracy.allSatisfy { $0.figures.map(\.quantity) == [.accuracy] && $0.figures[0].values.count == 400 })
    }
  }

  /// A table of 200 persons with two records each, and the card that `rollcall card` drafts for it.
  private func persons(_ program: Program) throws {
    var table = "person_id,age,city,weight,label\n"
    for row in 0..<400 {
      let person = row / 2
      let city = ["Jakarta", "Hanoi", "Cebu"][(person * 7) % 3]
      table +=
        "p\(person),\(20 + (person * 37 + row) % 60),\(city),\(40 + row).5,\((person * 13) % 5 < 2 ? "yes" : "no")\n"
    }
    let csv = try program.write(table, to: "data/persons.csv")
    let draft = try program.run("card", csv)
    #expect(draft.status == 0, "\(draft.errors)")
    var card = draft.output
    if !card.contains("subject_id: person_id") {
      card = card.replacingOccurrences(of: "subject_id: null", with: "subject_id: person_id")
    }
    try program.write(card, to: "data/persons.yaml")
  }
}
