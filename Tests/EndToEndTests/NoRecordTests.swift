import Foundation
import Testing

/// Nothing that identifies a record stands in anything but the folder `restricted`.
@Suite("Deliverables name nobody")
struct NoRecordTests {
  /// 240 people whose ids and values occur nowhere by chance.
  private struct People {
    let ids: [String]
    /// Both numbers of each, as written.
    let values: [[String]]
    let table: String

    init() {
      let numbers = (0..<240).map { ($0 * 7_919 % 10_007, $0 * 104_729 % 10_009) }
      ids = numbers.map { "PX\(String(format: "%05d", $0.0))QZ" }
      values = numbers.map { first, second in
        [String(format: "%.4f", 700 + Double(first) / 13), String(format: "%.4f", 150 + Double(second) / 97)]
      }
      let rows = zip(ids, values).enumerated().map { place, person in
        let label = (numbers[place].0 + numbers[place].1) % 7 > 2 ? "yes" : "no"
        let area = ["north", "south", "east"][place % 3]
        return "\(person.0),\(person.1[0]),\(person.1[1]),\(area),\(label)"
      }
      table = "person,income,height,area,label\n" + rows.joined(separator: "\n") + "\n"
    }
  }

  private static let formats = ["html", "pdf", "md", "sarif", "csv"]

  /// Makes every document and reads all that may be given away, the PDF as its text.
  private func texts(_ program: Program) throws -> [String: String] {
    let end = try program.run("report", "out", "--format", Self.formats.joined(separator: ","))
    #expect(end.status == 0, "\(end.errors)")
    var texts: [String: String] = [:]
    for (name, data) in try program.snapshot("out") where !name.hasPrefix("/restricted/") {
      texts[name] = String(decoding: data, as: UTF8.self)
    }
    texts["/provenance.json"] = String(decoding: try program.read("out/provenance.json"), as: UTF8.self)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
    process.arguments = [program.path("out/report.pdf"), program.path("report.txt")]
    try process.run()
    process.waitUntilExit()
    texts["/report.pdf"] = String(decoding: try program.read("report.txt"), as: UTF8.self)
    let made = Set(texts.keys)
    for name in ["/report.html", "/summary.md", "/findings.sarif", "/findings.csv", "/results.json", "/curves.json"] {
      #expect(made.contains(name))
    }
    return texts
  }

  private func expectNobody(_ people: People, in texts: [String: String]) {
    for (name, text) in texts {
      let named = people.ids.filter(text.contains)
      #expect(named.isEmpty, "\(name) names \(named.prefix(3))")
      let told = people.values.filter { pair in pair.allSatisfy(text.contains) }
      #expect(told.isEmpty, "\(name) tells the values \(told.prefix(3))")
    }
  }

  @Test("after a run, not even those who are found most often")
  func run() throws {
    let program = try Program()
    let people = People()
    let table = try program.write(people.table, to: "data/people.csv")
    let draft = try program.run("card", table).output
    try program.write(
      draft.replacingOccurrences(
        of: "columns_detail:", with: "columns_detail:\n  - {name: \"person\", type: subject_id, missing: 0}"
      ).replacingOccurrences(of: "subject_id: null", with: "subject_id: person")
        .replacingOccurrences(of: "domain: \"\"", with: "domain: finance")
        .replacingOccurrences(of: "data_subject: \"\"", with: "data_subject: customer"),
      to: "data/people.yaml")
    let manifest = try program.write(
      study(
        datasets: "[people]", models: "[{name: random-forest, trees: 20}]", attacks: "[lira-online, loss]",
        more: AssessmentTests.engagement), to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store", "--data", program.path("data"))
    #expect(end.status == 0, "\(end.errors)")
    let list = String(decoding: try program.read("out/restricted/exposed.csv"), as: UTF8.self)
    #expect(list.split(separator: "\n").count > 10)
    expectNobody(people, in: try texts(program))
  }

  @Test("after an audit of a client's table with its features")
  func audit() throws {
    let program = try Program()
    let people = People()
    let rows = people.ids.enumerated().map { place, id in
      let own = (place % 2 == 0 ? 0.55 : 0.45) + 0.001 * Double(place * 37 % 240)
      return "\(id),\(1 - place % 2),0,\(String(format: "%.5f,%.5f", own, 1 - own))"
    }
    try program.write("id,member,label,p_0,p_1\n" + rows.joined(separator: "\n"), to: "answers.csv")
    let features = zip(people.ids, people.values).map { "\($0),\($1.joined(separator: ","))" }
    try program.write("id,income,height\n" + features.joined(separator: "\n"), to: "features.csv")
    let end = try program.run("audit", "answers.csv", "--records", "features.csv", "--scores", "--output", "out")
    #expect(end.status == 0, "\(end.errors)")
    // The owner's scores do name them, in four bytes a letter: the search would find what it looks for.
    let scores = try program.read("out/restricted/scores.npz")
    #expect(scores.range(of: Data(people.ids[0].unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] })) != nil)
    expectNobody(people, in: try texts(program))
  }
}
