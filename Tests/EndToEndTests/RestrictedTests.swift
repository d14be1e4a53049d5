import Findings
import Foundation
import Testing

@Suite("The list of exposed records")
struct RestrictedTests {
  private func mode(_ program: Program, _ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: program.path(name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test("is its owner's alone, stands in no other file, and goes with the numbers that it is of")
  func list() throws {
    let program = try Program()
    func run(_ text: String) throws {
      let end = try program.run("run", try program.write(text, to: "study.yaml"), "--output", "out", "--store", "store")
      #expect(end.status == 0, "\(end.errors)")
    }
    try run(study(models: "[{name: random-forest, trees: 20}]", defences: "[none]", attacks: "[lira-online]"))
    let list = "out/restricted/exposed.csv"
    #expect(try mode(program, list) == 0o600 && mode(program, "out/restricted") == 0o700)
    let lines = String(decoding: try program.read(list), as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "cell,dataset,row,models,found,exposure,low,high" && (2...51).contains(lines.count))
    let fields = lines[1].split(separator: ",")
    #expect(fields.count == 8 && (1...303).contains(Int(fields[2]) ?? 0) && fields[3] == "4")
    for (name, data) in try program.snapshot("out") where !name.contains("restricted") {
      #expect(!String(decoding: data, as: UTF8.self).contains("restricted"), "\(name)")
    }
    let exposure = try ResultsFile.results(program.read("out/results.json"), path: "r").cells[0].exposure
    #expect(exposure?.records == exposure?.histogram.reduce(0, +) && exposure?.partitions.first?.isClass == true)
    // Drawing the same numbers again leaves it; numbers without one take it away.
    let before = try program.read(list)
    #expect(try program.run("report", program.path("out")).status == 0)
    #expect(try program.read(list) == before)
    try run(study(models: "[logistic-regression]", defences: "[none]", attacks: "[lira-online]", pool: 2))
    #expect(!FileManager.default.fileExists(atPath: program.path(list)))
  }
}
