import Findings
import Foundation
import FoundationXML
import Testing

@Suite("Two runs compared")
struct CompareTests {
  private static let samples = Program.root.appendingPathComponent("Benchmarks/Gate")

  private func run(_ manifest: String, as name: String, in program: Program, _ more: String...) throws {
    let end = try program.start(["run", manifest, "--output", name, "--store", "store", "--quiet"] + more).end()
    #expect(end.status == 0, "\(end.errors)")
  }

  private func sample(_ name: String) -> String { Self.samples.appendingPathComponent(name).path }

  private func comparison(_ program: Program, _ name: String = "out.json") throws -> Comparison {
    try JSONDecoder().decode(Comparison.self, from: program.read(name))
  }

  @Test("by the gate of the documentation: more epochs fail, a defence passes, and each output says so")
  func gate() throws {
    let program = try Program()
    for name in ["base", "longer", "defended"] { try run(sample("\(name).yaml"), as: name, in: program) }
    let outputs = ["--json", "out.json", "--junit", "out.xml", "--markdown", "out.md"]
    let gate = ["--gate", sample("gate.yaml")]
    let worse = try program.start(["compare", "base", "longer"] + gate + outputs).end()
    #expect(worse.status == 1 && worse.errors.isEmpty, "\(worse.output) \(worse.errors)")
    #expect(worse.output.contains("Gate: FAILED") && worse.output.contains("WORSE"))
    #expect(try comparison(program).differences.contains { $0.quantity == .auc && $0.verdict == .worse && $0.paired })
    for accuracy in try comparison(program).differences where accuracy.quantity == .accuracy {
      // Models of the same halves err on much the same records: a difference is told more finely than by two intervals.
      let widths = [accuracy.base, accuracy.current].map { $0.high - $0.low }
      let unpaired = (widths[0] * widths[0] + widths[1] * widths[1]).squareRoot()
      #expect(accuracy.paired && accuracy.high - accuracy.low < unpaired)
    }
    #expect(String(decoding: try program.read("out.md"), as: UTF8.self).contains("## Membership risk: FAILED"))
    let xml = try XMLFile(try program.read("out.xml"))
    #expect(xml.isWellFormed && xml.counts["failure", default: 0] > 0 && xml.counts["testsuite"] == 1)
    let better = try program.start(["compare", "base", "defended", "--match", "model"] + gate + outputs).end()
    #expect(better.status == 0, "\(better.output) \(better.errors)")
    #expect(try comparison(program).differences.contains { $0.quantity == .auc && $0.verdict == .better })
    // Without --match the defence is another recipe: nothing was compared, so nothing passes.
    #expect(try program.start(["compare", "base", "defended"] + gate).end().status == 4)
    let free = try program.start(["compare", "base", "longer", "--match", "recipe"]).end()
    #expect(free.status == 0 && free.output.contains("WORSE"))
  }

  /// Seeds that show a change do so by chance.
  ///
  /// That is 5 % at most, since Holm's correction is over all lines of a comparison. Of ten
  /// three or more do so with a chance of 1.2 %.
  @Test("under other seeds show no change, unpaired")
  func seeds() throws {
    let program = try Program()
    let models = "[logistic-regression, {name: mlp, epochs: 10}]"
    var shown = 0
    for seed in 1...11 {
      let text = study(models: models, defences: "[none]").replacingOccurrences(
        of: "seed: 1\n", with: "seed: \(seed)\n")
      try run(try program.write(text, to: "study.yaml"), as: "seed\(seed)", in: program)
      guard seed > 1 else { continue }
      let end = try program.run("compare", "seed1", "seed\(seed)", "--json", "out.json")
      #expect(end.status == 0, "\(end.errors)")
      let differences = try comparison(program).differences
      #expect(differences.count == 10 && differences.allSatisfy { !$0.paired })
      if differences.contains(where: { $0.verdict == .worse || $0.verdict == .better }) { shown += 1 }
    }
    #expect(shown < 3, "\(shown) of 10")
  }

  /// Copies a shipped dataset under another name, its table edited.
  private func dataset(_ name: String, in program: Program, card: (String) -> String = { $0 }) throws {
    let source = Program.root.appendingPathComponent("Benchmarks/Datasets")
    let folder = program.folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: source.appendingPathComponent("heart_cleveland.csv.gz"), to: folder.appendingPathComponent("\(name).csv.gz"))
    let text = try String(contentsOf: source.appendingPathComponent("heart_cleveland.yaml"), encoding: .utf8)
    try card(text.replacingOccurrences(of: "heart_cleveland", with: name))
      .write(to: folder.appendingPathComponent("\(name).yaml"), atomically: true, encoding: .utf8)
  }

  @Test("a renamed file of equal content is the same dataset; fewer rows of it are not")
  func identity() throws {
    let program = try Program()
    try dataset("renamed", in: program)
    try run(try program.write(study(defences: "[none]"), to: "a.yaml"), as: "a", in: program)
    let renamed = try program.write(study(datasets: "[renamed]", defences: "[none]"), to: "b.yaml")
    try run(renamed, as: "b", in: program, "--data", program.path("data"))
    let same = try program.run("compare", "a", "b/results.json", "--json", "out.json")
    #expect(same.status == 0, "\(same.errors)")
    let found = try comparison(program)
    #expect(found.unmatched.isEmpty && found.differences.allSatisfy { $0.value == 0 && $0.verdict == .noChangeShown })
    #expect(found.differences.contains { $0.paired })
    let fewer = study(datasets: "[{name: heart_cleveland, rows: 290}]", defences: "[none]")
    try run(try program.write(fewer, to: "c.yaml"), as: "c", in: program)
    let other = try program.run("compare", "a", "c", "--json", "out.json")
    #expect(other.status == 0 && other.output.contains("not-comparable"), "\(other.output)")
    #expect(try comparison(program).differences.isEmpty)
  }

  @Test("are refused with one sentence where a folder, a file or a gate is faulty")
  func refused() throws {
    let program = try Program()
    try run(try program.write(study(defences: "[none]"), to: "a.yaml"), as: "a", in: program)
    try program.write("{\"schema\": \"rollcall/results/9\"}", to: "other/results.json")
    try program.write("{", to: "broken/results.json")
    let results = String(decoding: try program.read("a/results.json"), as: UTF8.self)
    try program.write(results, to: "damaged/results.json")
    let replicates = String(decoding: try program.read("a/replicates.json"), as: UTF8.self)
    try program.write(String(replicates.prefix(replicates.count / 2)), to: "damaged/replicates.json")
    try program.write("levels:\n  - {figure: auk, at-most: 0.5}\n", to: "gate.yaml")
    try FileManager.default.createDirectory(atPath: program.path("empty"), withIntermediateDirectories: true)
    for (arguments, says) in [
      (["absent", "a"], "absent"), (["a", "empty"], "results.json"), (["a", "broken"], "broken/results.json"),
      (["other", "a"], "other/results.json"), (["damaged", "a"], "damaged/replicates.json"),
      (["a", "a", "--gate", "gate.yaml"], "gate.yaml:2"), (["a", "a", "--gate", "none.yaml"], "none.yaml"),
      (["a", "a", "--gate", "empty"], "not a regular file"), (["a", "a", "--match", "modle"], "did you mean model"),
      (["a", "a", "--json", "x", "--junit", "x"], "same path"), (["a", "a", "--json", "/proc/none"], "/proc/none"),
      (["a"], "current"),
    ] {
      let end = try program.start(["compare"] + arguments).end()
      #expect(end.status == 2 && end.output.isEmpty, "\(arguments) \(end.output) \(end.errors)")
      #expect(end.errors.contains(says) && end.errors.utf8.count < 2_000, "\(end.errors)")
    }
  }
}

/// What an XML parser makes of a file.
private final class XMLFile: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]
  private(set) var isWellFormed = false

  init(_ data: Data) throws {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }
}
