import Foundation
import Testing

@Suite("Documents of stored results")
struct DocumentTests {
  /// A program with the results of a small study in `out`.
  private func program() throws -> Program {
    let program = try Program()
    let manifest = try program.write(study(more: "date: 2026-11-24"), to: "study.yaml")
    #expect(try program.run("run", manifest, "--output", "out", "--store", "store").status == 0)
    return program
  }

  /// A stand-in for weasyprint, first on PATH.
  private func standIn(_ script: String, in program: Program) throws -> [String: String] {
    let path = try program.write("#!/bin/sh\n\(script)\n", to: "bin/weasyprint")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return ["PATH": "\(program.path("bin")):/usr/bin:/bin"]
  }

  private func exists(_ name: String, in program: Program) -> Bool {
    FileManager.default.fileExists(atPath: program.path(name))
  }

  @Test("carry the brand that a manifest or a command names, and keep it beside the report")
  func brand() throws {
    let program = try Program()
    let brands = Program.root.appendingPathComponent("Benchmarks/Brands")
    try FileManager.default.copyItem(
      at: brands.appendingPathComponent("meranti"), to: program.folder.appendingPathComponent("meranti"))
    let manifest = try program.write(
      study(more: "date: 2026-11-24\nreport: {brand: meranti}"), to: "study.yaml")
    let first = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(first.status == 0 && first.errors.contains("#FFD400 given, #856E03 used"), "\(first.errors)")
    let page = try program.read("out/report.html")
    #expect(String(decoding: page, as: UTF8.self).contains("Meranti Advisory (example)"))
    #expect(exists("out/brand.lock.yaml", in: program))
    // What is kept beside the report makes it again where the brand itself is gone.
    try FileManager.default.removeItem(at: program.folder.appendingPathComponent("meranti"))
    #expect(try program.run("report", "out").status == 0)
    #expect(try program.read("out/report.html") == page)
    let house = brands.appendingPathComponent("house").path
    #expect(try program.run("report", "out", "--brand", house, "--format", "html,pdf").status == 0)
    #expect(try !String(decoding: program.read("out/report.html"), as: UTF8.self).contains("Meranti Advisory"))
    #expect(try String(decoding: program.read("out/Brand/brand.yaml"), as: UTF8.self).contains("name: Rollcall"))
    let absent = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(absent.status == 2 && absent.errors.contains("the brand meranti has no brand.yaml"), "\(absent.errors)")
  }

  @Test("are a PDF of the same bytes each time, wherever and whenever, gone when other numbers come")
  func pdf() throws {
    let program = try program()
    #expect(!exists("out/report.pdf", in: program))
    let before = try program.snapshot("out")
    let end = try program.run("report", "out", "--format", "pdf")
    #expect(end.status == 0, "\(end.errors)")
    #expect(end.output == program.path("out/report.pdf") + "\n")
    let pdf = try program.read("out/report.pdf")
    #expect(pdf.starts(with: Data("%PDF-".utf8)))
    var after = try program.snapshot("out")
    after["/report.pdf"] = nil
    #expect(after == before)
    let abroad = ["TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1"]
    let both = try program.start(["report", "out", "--format", "pdf,html,pdf"], environment: abroad).end()
    #expect(both.output == ["html", "pdf"].map { program.path("out/report.\($0)") + "\n" }.joined())
    #expect(try program.read("out/report.pdf") == pdf)
    #expect(try program.run("run", program.path("study.yaml"), "--output", "out", "--store", "store").status == 0)
    #expect(!exists("out/report.pdf", in: program))
  }

  @Test("are refused in one sentence where weasyprint is missing, fails or cannot follow the page")
  func refused() throws {
    let program = try program()
    let scripts = [
      (nil, "install Debian's package weasyprint"),
      ("cat > /dev/null; echo 'ERROR: no paper' >&2; exit 1", "made no PDF: ERROR: no paper"),
      ("cat > /dev/null; printf %%PDF-1.7; echo 'WARNING: Ignored `gap:1px`' >&2", "WARNING: Ignored `gap:1px`"),
      ("echo early; exit 0", "made no PDF"),
    ]
    for (script, says) in scripts {
      let environment = try script.map { try standIn($0, in: program) } ?? ["PATH": "/nowhere"]
      let end = try program.start(["report", "out", "--format", "pdf"], environment: environment).end()
      #expect(end.status == 2 && end.output.isEmpty, "\(end.errors)")
      #expect(end.errors.contains(says) && end.errors.hasPrefix("error: "), "\(end.errors)")
      #expect(!exists("out/report.pdf", in: program))
    }
    let unknown = try program.run("report", "out", "--format", "html,docx")
    #expect(unknown.status == 2 && unknown.errors.contains("--format holds 'docx'"), "\(unknown.errors)")
  }

  @Test("end with 130 at an interrupt, and weasyprint with them")
  func interrupted() throws {
    let program = try program()
    let environment = try standIn("echo $$ > '\(program.path("pid"))'; exec sleep 600", in: program)
    let running = try program.start(["report", "out", "--format", "pdf"], environment: environment)
    var pid: Int32?
    while pid == nil, running.process.isRunning {
      usleep(2_000)
      pid = (try? program.read("pid")).flatMap { Int32(String(decoding: $0, as: UTF8.self).dropLast()) }
    }
    kill(running.process.processIdentifier, SIGINT)
    let end = try running.end()
    #expect(end.status == 130 && end.errors.contains("nothing was written"), "\(end.errors)")
    #expect(kill(try #require(pid), 0) == -1 && errno == ESRCH)
    #expect(!exists("out/report.pdf", in: program))
  }
}
