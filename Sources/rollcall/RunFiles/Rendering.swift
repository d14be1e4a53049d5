import Figures
import Files
import Findings
import Foundation
import Reports

/// From findings to the files of a run's folder.
struct Rendering {
  let run: RunFolder
  let templates: URL
  /// The consultant's own files of facts, kept beside the report so that it can be made again.
  var ownGuidance: [(name: String, bytes: Data)] = []

  /// Draws and writes again what a run stored.
  ///
  /// - Throws: ``Files/FileError``, ``Findings/ResultsFileError``, ``Figures/CanvasError``, ``Reports/ReportError``.
  func again() throws -> URL {
    let place = { (name: String) in run.folder.appendingPathComponent(name).path }
    let results = try ResultsFile.results(try run.read("results.json"), path: place("results.json"))
    let curves = try ResultsFile.curves(try run.read("curves.json"), path: place("curves.json"))
    let provenance = try run.read("provenance.json")
    guard let known = try? JSONDecoder().decode(Provenance.self, from: provenance) else {
      throw ResultsFileError.malformed(path: place("provenance.json"), reason: "it is no provenance")
    }
    let stored = try ResultsFile.assessment(try run.read("assessment.json"), path: place("assessment.json"))
    let content = try GuidanceFolders(templates: templates, beside: run.folder).read()
    let assessment = content.guidance.assessment(
      of: results, document: stored.document, engagement: stored.engagement)
    let findings = Findings(
      results: results, curves: curves, names: Registries.names(for: results), assessment: assessment,
      guidance: content.guidance)
    try run.replace(with: try files(of: findings, facts: Self.facts(known), provenance: provenance))
    return report
  }

  /// Draws and writes what was just made, its owner's list among its files where there is one.
  func write(_ findings: Findings, provenance: Provenance, exposed: ExposedList? = nil) throws -> URL {
    try write(
      findings, provenance: provenance, restricted: [ExposedList.path: exposed?.csv.map { Data($0.utf8) }])
  }

  /// The same with files that only the user may read; those without bytes are removed.
  func write(_ findings: Findings, provenance: Provenance, restricted: [String: Data?]) throws -> URL {
    let files = try files(
      of: findings, facts: Self.facts(provenance), provenance: try ResultsFile.data(provenance))
    try run.replace(with: files, restricted: restricted)
    return report
  }

  private var report: URL { run.folder.appendingPathComponent("report.html") }

  private static func facts(_ provenance: Provenance) -> ReproductionFacts {
    ReproductionFacts(
      engine: provenance.engine, manifestDigest: provenance.manifestDigest,
      command: provenance.command ?? "rollcall run \(provenance.manifest)")
  }

  private func files(
    of findings: Findings, facts: ReproductionFacts, provenance: Data
  ) throws -> [(path: String, data: Data)] {
    var files: [(path: String, data: Data)] = []
    let renderer = try Renderer()
    var drawn: [DrawnFigure] = []
    for figure in allFigures(in: findings) {
      try Task.checkCancellation()
      drawn.append(try renderer.drawn(figure))
      for file in try renderer.files(of: figure) { files.append(("figures/\(file.name)", Data(file.bytes))) }
    }
    let html = try Report.html(
      findings: findings, figures: drawn, provenance: facts, templates: try TemplateFolder([templates]))
    files.append(("assessment.json", try ResultsFile.data(findings.assessment)))
    files.append(("curves.json", try ResultsFile.data(findings.curves)))
    if let replicates = findings.replicates {
      files.append((RunFolder.replicates, try ResultsFile.data(replicates)))
    }
    files.append(("results.csv", Data(ResultsTable.csv(findings.results).utf8)))
    files.append(("results.json", try ResultsFile.data(findings.results)))
    files.append(("report.html", Data(html.utf8)))
    files.append(("provenance.json", provenance))
    for own in ownGuidance { files.append(("\(GuidanceFolders.name)/\(own.name)", own.bytes)) }
    return files
  }
}
