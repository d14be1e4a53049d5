import Findings
import Foundation
import Testing

@Suite("The program ends")
struct ExitCodeTests {
  @Test("with 0 and the path of the report")
  func done() throws {
    let program = try Program()
    let manifest = try program.write(study(), to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    let report = end.output.trimmingCharacters(in: .newlines)
    #expect(report == program.path("out/report.html"))
    #expect(try String(contentsOfFile: report, encoding: .utf8).trimmingCharacters(in: .newlines).hasSuffix("</html>"))
  }

  struct Fault: CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    var manifest = study()
    let says: [String]
    var testDescription: String { name }
  }

  static let faults = [
    Fault(name: "no such manifest", arguments: ["run", "absent.yaml"], says: ["absent.yaml", "no such file"]),
    Fault(name: "a folder as manifest", arguments: ["run", "."], says: ["not a regular file"]),
    Fault(name: "unknown option", arguments: ["run", "study.yaml", "--wrokers", "2"], says: ["--wrokers"]),
    Fault(name: "no workers", arguments: ["run", "study.yaml", "--workers", "0"], says: ["--workers is 0"]),
    Fault(name: "quiet and verbose", arguments: ["run", "study.yaml", "--quiet", "--verbose"], says: ["exclude"]),
    Fault(name: "no such data folder", arguments: ["run", "study.yaml", "--data", "nowhere"], says: ["nowhere"]),
    Fault(name: "no templates there", arguments: ["run", "study.yaml", "--templates", "."], says: ["templates"]),
    Fault(
      name: "unknown model", arguments: ["run", "study.yaml"], manifest: study(models: "[random-forrest]"),
      says: ["study.yaml:4", "random-forest"]),
    Fault(
      name: "too few models", arguments: ["run", "study.yaml"], manifest: study(pool: 4),
      says: ["lira-online", "8 or more"]),
    Fault(
      name: "too few records", arguments: ["run", "study.yaml"],
      manifest: study(datasets: "[{name: heart_cleveland, rows: 120}]"), says: ["heart_cleveland", "records"]),
    Fault(name: "unwritable output", arguments: ["run", "study.yaml", "--output", "/proc/none"], says: ["/proc/none"]),
    Fault(
      name: "unknown language", arguments: ["run", "study.yaml"], manifest: study(more: "report: {language: xx}"),
      says: ["no language 'xx'", "en-US"]),
    Fault(name: "a report of nothing", arguments: ["report", "."], says: ["results.json", "no such file"]),
  ]

  @Test("with 2 and one sentence on bad usage, manifest or place", arguments: faults)
  func refused(fault: Fault) throws {
    let program = try Program()
    try program.write(fault.manifest, to: "study.yaml")
    let end = try program.start(fault.arguments).end()
    #expect(end.status == 2 && end.output.isEmpty, "\(end.output) \(end.errors)")
    for part in fault.says { #expect(end.errors.contains(part), "\(end.errors)") }
    #expect(!end.errors.contains("Fatal") && end.errors.utf8.count < 2_000)
  }

  @Test("with 3 when a cell failed, the others done and the reason told")
  func failed() throws {
    let program = try Program()
    let models = "[{name: mlp, rate: 1000000, hidden: [64, 64, 64, 64, 64, 64, 64, 64]}, logistic-regression]"
    let manifest = try program.write(study(models: models, defences: "[none]"), to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 3, "\(end.errors)")
    let results = try ResultsFile.results(try program.read("out/results.json"), path: "results.json")
    #expect(results.cells.map(\.status) == [.failed, .done])
    #expect(results.cells[0].reason?.contains("diverged") == true)
    #expect(String(decoding: try program.read("out/report.html"), as: UTF8.self).contains("diverged"))
  }

  @Test("with 130 or 143 after a signal, keeping what was trained", arguments: [(SIGINT, 130), (SIGTERM, 143)])
  func interrupted(signal: Int32, status: Int) throws {
    let program = try Program()
    let manifest = try program.write(study(models: "[mlp]", pool: 256), to: "study.yaml")
    let running = try program.start(["run", manifest, "--output", "out", "--store", "store"])
    while (try? program.units()) ?? 0 < 2, running.process.isRunning { usleep(2_000) }
    kill(running.process.processIdentifier, signal)
    let end = try running.end()
    #expect(end.status == status, "\(end.errors)")
    #expect(end.errors.contains("goes on from there"))
    #expect(try program.units() >= 2)
    #expect(!FileManager.default.fileExists(atPath: program.path("out/report.html")))
  }

  @Test("with 0 for help and version")
  func help() throws {
    let program = try Program()
    for arguments in [
      ["--help"], ["run", "--help"], ["--version"], ["list", "attacks"], ["list", "models", "--json"],
    ] {
      let end = try program.start(arguments).end()
      #expect(end.status == 0 && !end.output.isEmpty && end.errors.isEmpty, "\(arguments) \(end.errors)")
    }
    #expect(try program.run("--help").output.contains("Exit codes"))
  }
}
