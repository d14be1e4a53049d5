import Files
import Foundation
import Testing

@Suite("An engagement")
struct AssessmentTests {
  static let engagement = """
    date: 2026-11-25
    report: {client: Kopi <b>& Sons</b>, authors: [A. Tan], reviewers: [B. Putri], version: "1.0"}
    engagement:
      sensitivity: S4
      release: L4
      people: 40000
      jurisdictions: [{regulation: sg-pdpa, turnover: 50000000, currency: SGD}]
      costs: {currency: SGD, exchange: {date: 2026-11-20, SGD: 1.3}, region: SG, training-budget: 260000,
        training-compute-cost: 5200}
    """

  private func finished(_ more: String = engagement) throws -> (Program, String) {
    let program = try Program()
    let text = study(
      models: "[random-forest]", attacks: "[lira-online, loss, correctness]", more: more)
    let manifest = try program.write(text, to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    return (program, manifest)
  }

  private func text(_ name: String, in program: Program) throws -> String {
    String(decoding: try program.read("out/\(name)"), as: UTF8.self)
  }

  @Test("gives ratings, findings, costs, law and decisions, in every document, with the client's name escaped")
  func documents() throws {
    let (program, _) = try finished()
    let page = try text("report.html", in: program)
    for section in ["ratings", "findings", "plan", "costs", "regulation", "sharing", "monitoring", "vendors"] {
      #expect(page.contains("<section id=\"\(section)\""), "\(section)")
    }
    #expect(page.contains("Kopi &lt;b&gt;&amp; Sons&lt;/b&gt;") && !page.contains("<b>& Sons"))
    #expect(page.contains("SGD\u{A0}5,000,000") && !page.contains("{{"))
    let published = Program.root.appendingPathComponent("Templates/Schemas/assessment.schema.json")
    let assessment = try JSONSerialization.jsonObject(with: try program.read("out/assessment.json"))
    let faults = try JSONSchema(Data(contentsOf: published)).faults(in: assessment)
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    let end = try program.run("report", "out", "--format", "md,sarif,csv")
    #expect(end.status == 0, "\(end.errors)")
    let log = try JSONSerialization.jsonObject(with: try program.read("out/findings.sarif")) as? [String: Any]
    let run = (log?["runs"] as? [[String: Any]])?.first
    let results = run?["results"] as? [[String: Any]] ?? []
    #expect(log?["version"] as? String == "2.1.0" && !results.isEmpty)
    #expect(results.allSatisfy { ["error", "warning", "note", "none"].contains($0["level"] as? String ?? "") })
    let table = try text("findings.csv", in: program).split(separator: "\r\n")
    #expect(table.count == results.count + 1 && table[0].hasPrefix("id,kind,rating"))
    #expect(try text("summary.md", in: program).contains("\\<b\\>\\& Sons"))
    #expect(try text("sharing-policy.yaml", in: program).contains("      - level: L4\n        decision: "))
  }

  @Test("leaves no record of the most exposed in any document")
  func unnamed() throws {
    let (program, _) = try finished()
    _ = try program.run("report", "out", "--format", "md,sarif,csv")
    let packed = Program.root.appendingPathComponent("Benchmarks/Datasets/heart_cleveland.csv.gz").path
    let content = try RawFile(reading: URL(fileURLWithPath: packed), limit: 1 << 20).content(limit: 1 << 22)
    let rows = String(decoding: content, as: UTF8.self).split(separator: "\n").dropFirst()
    let exposed = try text("restricted/exposed.csv", in: program).split(separator: "\n").dropFirst()
      .compactMap { Int($0.split(separator: ",")[2]) }
    #expect(exposed.count > 10)
    for (name, data) in try program.snapshot("out") where !name.hasPrefix("/restricted/") {
      let text = String(decoding: data, as: UTF8.self)
      for row in Set(exposed) {
        let values = rows[rows.startIndex + row].split(separator: ",")
        for separator in [",", ", ", " ", "; "] {
          #expect(!text.contains(values.prefix(6).joined(separator: separator)), "\(name) row \(row)")
        }
      }
    }
  }

  @Test(
    "says other things of other numbers",
    arguments: [
      ("assessment.json", "\"turnover\" : 50000000", "\"turnover\" : 90000000", "SGD\u{A0}9,000,000"),
      ("assessment.json", "\"release\" : \"L4\"", "\"release\" : \"L0\"", "Exposure E1"),
      ("results.json", "\"date\" : \"2026-11-25\"", "\"date\" : \"2029-03-01\"", "1 March 2029"),
      ("assessment.json", "\"people\" : 40000", "\"people\" : 55555", "55,555"),
    ])
  func edits(file: String, old: String, new: String, says: String) throws {
    let (program, _) = try finished()
    let before = try text("report.html", in: program)
    let stored = try text(file, in: program)
    #expect(stored.contains(old) && !before.contains(says))
    try program.write(stored.replacing(old, with: new), to: "out/\(file)")
    let end = try program.run("report", "out")
    #expect(end.status == 0, "\(end.errors)")
    #expect(try text("report.html", in: program).contains(says))
  }

  @Test("takes facts of one's own with their source, keeps them, and refuses them without")
  func facts() throws {
    let (program, manifest) = try finished()
    let sourced = "source: Our counsel, as-of: 2026-11-01, confidence: client"
    try program.write(
      "meanings: [{id: Critical, title: Stop at once, days: 7, release: stop, \(sourced)}]", to: "Guidance/rating.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    #expect(try text("report.html", in: program).contains("Stop at once"))
    #expect(try text("Guidance/rating.yaml", in: program).contains("Our counsel"))
    try FileManager.default.removeItem(atPath: program.path("Guidance"))
    #expect(try program.run("report", "out").status == 0)
    #expect(try text("report.html", in: program).contains("Stop at once"))
    for (name, text, says) in [
      ("rating.yaml", "meanings: [{id: Critical, days: 7}]", "has no 'source'"),
      ("ratings.yaml", "x: 1", "no file of facts"), ("sharing.yaml", "levels: [", "not YAML"),
    ] {
      try program.write(text, to: "Guidance/\(name)")
      let end = try program.run("run", manifest, "--output", "out", "--store", "store")
      #expect(end.status == 2 && end.errors.contains(says), "\(end.errors)")
      #expect(end.errors.split(separator: "\n").count == 1)
      try FileManager.default.removeItem(atPath: program.path("Guidance/\(name)"))
    }
  }

  @Test(
    "is refused where no fact knows it",
    arguments: [
      ("sensitivity: S4", "sensitivity: {wine: S4}", "wine"), ("sg-pdpa", "sg-pdqa", "sg-pdpa"),
      ("turnover: 50000000", "turnover: -1", "turnover"), ("training-budget", "trainning-budget", "training-budget"),
    ])
  func refused(old: String, new: String, says: String) throws {
    let program = try Program()
    let manifest = try program.write(study(more: Self.engagement.replacing(old, with: new)), to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 2 && end.errors.contains(says), "\(end.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.path("out/results.json")))
  }
}

@Suite("rollcall rate")
struct RateTests {
  @Test("answers from flags and from a file, and refuses in one sentence")
  func rates() throws {
    let program = try Program()
    let end = try program.run("rate", "--grade", "G3", "--sensitivity", "S4", "--exposure", "E1", "--json")
    let answer = try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Any]
    #expect(end.status == 0 && answer?["rating"] as? String == "High", "\(end.errors)")
    let file = try program.write("fpr: 0.001\nfound: [0.02, 0.05]\nauc: [0.6, 0.7]\nsensitivity: S2", to: "q.yaml")
    #expect(try program.run("rate", file).output.hasPrefix("High (grade G3"))
    for (arguments, says) in [
      (["--grade", "G9", "--sensitivity", "S1"], "G0"), (["--grade", "G1"], "--sensitivity"),
      (["--grade", "G1", "--sensitivity", "S1", "--exposure", "E9"], "E1"),
    ] {
      let end = try program.start(["rate"] + arguments).end()
      #expect(end.status == 2 && end.errors.contains(says), "\(end.errors)")
    }
  }
}
