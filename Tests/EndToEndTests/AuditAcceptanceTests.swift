import Files
import Findings
import Foundation
import Testing

@Suite("An audit takes")
struct AuditAcceptanceTests {
  struct Fine: CustomTestStringConvertible {
    let name: String
    let file: String
    let content: [UInt8]
    var arguments: [String] = []
    var testDescription: String { name }

    init(_ name: String, _ file: String, _ content: some Sequence<UInt8>, _ arguments: [String] = []) {
      self.name = name
      self.file = file
      self.content = Array(content)
      self.arguments = arguments
    }
  }

  static let hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "<b onclick=x>", "../../etc/passwd", "\u{202E}abc"]

  static let fine: [Fine] = [
    Fine("a plain table", "a.csv", AuditFiles.table().utf8),
    Fine("CRLF line ends", "a.csv", AuditFiles.table(end: "\r\n").utf8),
    Fine("a byte order mark", "a.csv", [0xEF, 0xBB, 0xBF] + Array(AuditFiles.table().utf8)),
    Fine("no final newline", "a.csv", AuditFiles.table().utf8.dropLast()),
    Fine("quoted fields with newlines", "a.csv", AuditFiles.table(row: 3, column: 0, "\"a \"\"b\"\"\nc\"").utf8),
    Fine("names of columns", "a.csv", AuditFiles.table(row: 0, column: 0, "person").utf8, ["--columns", "id=person"]),
    Fine(
      "logits", "a.csv", AuditFiles.table().replacingOccurrences(of: "p_", with: "z_").utf8),
    Fine("counts to normalise", "a.csv", AuditFiles.table(row: 2, column: 4, "3").utf8, ["--normalise"]),
    Fine("tokens", "a.jsonl", AuditFiles.tokens().utf8),
    Fine("blank lines at the end of JSON Lines", "a.jsonl", (AuditFiles.tokens() + "\r\n\n \n").utf8),
  ]

  @Test("files that are right", arguments: fine)
  func accepted(fine: Fine) throws {
    let program = try Program()
    let file = try program.write(fine.content, to: fine.file)
    let end = try program.start(["audit", file, "--output", "out"] + fine.arguments).end()
    #expect(end.status == 0, "\(end.errors)")
    let results = try ResultsFile.results(try program.read("out/results.json"), path: "results.json")
    #expect(results.kind == .audit && results.cells.count == 1)
    let attacks = results.cells[0].attacks
    #expect(attacks.contains { $0.status == .done && $0.targets.count == 1 && $0.targets[0].target == 0 })
    #expect(attacks.filter { $0.status == .unavailable }.allSatisfy { $0.reason?.contains("give") == true })
  }

  @Test("memberships as truths or numbers, big-endian and Fortran order, and packed files")
  func arrays() throws {
    let program = try Program()
    guard case .bool(let bits) = try AuditFiles.array("membership").elements else { return }
    let numbers = NPYArray(shape: [64, 480], elements: .int64(bits.map { $0 ? 1 : 0 }))
    try program.write(try AuditFiles.signals(), to: "a.npz")
    try program.write(try AuditFiles.signals(["membership": numbers]), to: "b.npz")
    for name in ["a", "b"] {
      let end = try program.run(
        "audit", program.path("\(name).npz"), "--attacks", "loss,attack-p", "--targets", "3", "--output", name)
      #expect(end.status == 0, "\(end.errors)")
    }
    let results = try ["a", "b"].map { try ResultsFile.results(try program.read("\($0)/results.json"), path: $0) }
    #expect(results[0].cells[0].attacks == results[1].cells[0].attacks)
  }

  @Test("a reference model's tokens and parameters of attacks")
  func reference() throws {
    let program = try Program()
    try program.write(AuditFiles.tokens(), to: "a.jsonl")
    let other = (0..<60).reversed().map { AuditFiles.line($0, logprobs: "[-1, -2]") }.joined(separator: "\n")
    try program.write(other, to: "b.jsonl")
    let end = try program.run(
      "audit", "a.jsonl", "b.jsonl", "--attacks", "tokens-reference,tokens-min-k:k=0.5", "--scores", "--output", "out")
    #expect(end.status == 0, "\(end.errors)")
    let scores = try program.scores()
    #expect(Set(scores.names) == ["ids", "t0__tokens-reference", "t0__tokens-min-k:k=0.5"])
    guard case .float64(let values) = try scores.array(named: "t0__tokens-reference").elements else { return }
    // Mean of -1, -1.5 and -0.1, less that of -1 and -2.
    #expect(abs(values[0] - (-2.6 / 3 + 1.5)) < 1e-12)
  }

  @Test("ids that would be formulas, markup or paths, and shows none")
  func ids() throws {
    let program = try Program()
    var rows = AuditFiles.rows()
    rows[0] += ["group", "subject"]
    for row in 1..<rows.count { rows[row] += [Self.hostile[row % 7], "s\(row / 2)" + Self.hostile[row / 2 % 7]] }
    for (row, id) in Self.hostile.enumerated() { rows[row + 1][0] = id }
    let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
    let file = try program.write(text, to: "a.csv")
    let end = try program.run("audit", file, "--output", "out", "--scores")
    #expect(end.status == 0, "\(end.errors)")
    for (name, data) in try program.snapshot("out") where !name.contains("restricted") && !name.contains("figures") {
      let text = String(decoding: data, as: UTF8.self)
      for id in Self.hostile.suffix(4) { #expect(!text.contains(id), "\(name) holds \(id)") }
    }
    let results = try ResultsFile.results(try program.read("out/results.json"), path: "results.json")
    #expect(results.cells[0].attacks.first { $0.status == .done }?.subjects != nil)
    #expect(try program.run("audit", file, "--output", "out").status == 0)
  }

  @Test("the resolution as it is printed, or as it is given")
  func resolution() throws {
    let program = try Program()
    let file = try program.write(AuditFiles.table(decimals: 3), to: "a.csv")
    #expect(try program.run("audit", file, "--output", "out").errors.contains("h = 0.0005"))
    let given = try program.run("audit", file, "--output", "out", "--resolution", "0.05")
    #expect(given.errors.contains("h = 0.05, as given"))
  }

  @Test("complements as references when told to, with a warning")
  func complements() throws {
    let program = try Program()
    let file = try program.write(try AuditFiles.signals(), to: "a.npz")
    let all = try program.run(
      "audit", file, "--attacks", "attack-r", "--targets", "0,1", "--references", "all", "--output", "out")
    #expect(all.status == 0 && all.errors.contains("--references paired"), "\(all.errors)")
    let paired = try program.run("audit", file, "--attacks", "attack-r", "--targets", "0,1", "--output", "out")
    #expect(paired.status == 0 && !paired.errors.contains("warning"), "\(paired.errors)")
  }

  @Test("features, and says whether the records alone tell members from others")
  func features() throws {
    let program = try Program()
    let file = try program.write(AuditFiles.table(), to: "a.csv")
    let verdicts = try ["alike", "apart"].map { name in
      let rows = (0..<80).reversed().map { "r\($0),\(name == "alike" ? $0 * 37 % 80 : $0),\($0 % 2 == 0 ? "a" : "b")" }
      let features = try program.write("id,age,sex\n" + rows.joined(separator: "\n"), to: "\(name).csv")
      let end = try program.run("audit", file, "--records", features, "--output", name)
      #expect(end.status == 0, "\(end.errors)")
      let results = try ResultsFile.results(try program.read("\(name)/results.json"), path: name)
      return results.checks.first { $0.name == "matched-non-members" }?.verdict
    }
    #expect(verdicts == [.passed, .failed])
  }

  @Test("features of a set of models, whose records go by their numbers from 0")
  func featuresOfSet() throws {
    let program = try Program()
    let file = try program.write(try AuditFiles.signals(), to: "a.npz")
    let count = try AuditFiles.array("labels").elements.count
    for (name, numbers) in [("all", 0..<count), ("shifted", 1..<(count + 1))] {
      let rows = numbers.reversed().map { "\($0),\($0 * 37 % 80)" }
      let features = try program.write("id,age\n" + rows.joined(separator: "\n"), to: "\(name).csv")
      let end = try program.run(
        "audit", file, "--attacks", "loss", "--targets", "0,1", "--records", features, "--output", name)
      #expect(end.status == (name == "all" ? 0 : 2), "\(end.errors)")
    }
    let results = try ResultsFile.results(try program.read("all/results.json"), path: "all")
    #expect(results.checks.first { $0.name == "matched-non-members" }?.verdict == .passed)
  }

  @Test("more records than can be redrawn, with the same figures to first order")
  func large() throws {
    let program = try Program()
    var text = "id,member,label,p_0,p_1\n"
    for record in 0..<60_000 {
      let own = 0.4 + 0.0000083 * Double(record * 7_919 % 60_000) + (record % 2 == 0 ? 0.05 : 0)
      text += "\(record),\(record % 2 == 0 ? 1 : 0),0,\(own),\(1 - own)\n"
    }
    let file = try program.write(text, to: "a.csv")
    let end = try program.run("audit", file, "--attacks", "loss", "--output", "out")
    #expect(end.status == 0, "\(end.errors)")
    let results = try ResultsFile.results(try program.read("out/results.json"), path: "results.json")
    let target = try #require(results.cells[0].attacks[0].targets.first)
    // Both sides are spread evenly over 0.498 and shifted by 0.05: the area is 1 - (0.448 / 0.498)^2 / 2.
    #expect(abs(target.auc.value - (1 - 0.448 * 0.448 / (0.498 * 0.498) / 2)) < 0.001)
    #expect(target.auc.low < target.auc.value && target.auc.value - target.auc.low < 0.006)
    // A tenth lies above the point that a tenth of the others passes, and besides a tenth of the spread by the shift.
    let point = target.tpr[3]
    #expect(abs(point.value - (0.1 + 0.05 / 0.498)) < 0.002 && point.method == .linearised)
    #expect(point.low < point.value && point.value < point.high && point.high - point.low < 0.02)
  }
}
