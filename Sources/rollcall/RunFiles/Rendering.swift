import Figures
import Files
import Findings
import Foundation
import Reports
import Study

/// From findings to the files of a run's folder.
struct Rendering {
  let run: RunFolder
  let templates: URL
  /// The consultant's own files of facts, kept beside the report so that it can be made again.
  var ownGuidance: [(name: String, bytes: Data)] = []
  var brand: Brand?
  /// The tag of another language than the manifest's or the brand's.
  var language: String?

  /// What of the brand is not used as given.
  func brandLog() throws -> [String] {
    guard let brand else { return [] }
    return try BrandLock.log(brand, templates: TemplateFolder([templates]))
  }

  /// Makes documents again of what a run stored.
  ///
  /// Figures and the tables of results belong to the HTML report; without it, they stay as they are.
  ///
  /// - Returns: Where the documents lie, in the order of ``Deliverable``.
  /// - Throws: ``Files/FileError``, ``Findings/ResultsFileError``, ``Figures/CanvasError``, ``Reports/ReportError``,
  ///   ``PDFError``.
  func again(_ deliverables: [Deliverable], tell: @escaping @Sendable (String) -> Void) async throws -> [URL] {
    for deliverable in deliverables { try await deliverable.document.prepare() }
    let (findings, facts) = try await stored()
    return try await Language.$spoken.withValue(try language(of: findings)) {
      try await documents(deliverables, of: findings, facts, tell: tell)
    }
  }

  private func documents(
    _ deliverables: [Deliverable], of findings: Findings, _ facts: ReproductionFacts,
    tell: @escaping @Sendable (String) -> Void
  ) async throws -> [URL] {
    let isWhole = deliverables.contains(.html)
    let lanes = FigureLanes(figures: allFigures(in: findings), tell: tell)
    let isDrawn = deliverables.contains { $0.document.hasFigures }
    let source = try source(findings, isDrawn ? try await Self.drawings(lanes) : [], facts, tell: tell)
    // While one core puts pages together, the others draw files.
    async let figureFiles = isWhole ? Self.files(lanes) : []
    var documents: [(path: String, data: Data)] = []
    for deliverable in deliverables {
      documents.append((path: deliverable.document.file, data: try await deliverable.document.data(from: source)))
      tell("\(deliverable.document.file): made")
    }
    var files = try await figureFiles
    if isWhole { files += try tables(of: findings) }
    files += try brandFiles() + documents
    try Task.checkCancellation()
    if isWhole { try run.replace(with: files) } else { try run.add(files) }
    return deliverables.map { run.folder.appendingPathComponent($0.document.file) }
  }

  /// Draws and writes what was just made, its owner's list among its files where there is one.
  func write(_ findings: Findings, provenance: Provenance, exposed: ExposedList? = nil) async throws -> URL {
    try await write(
      findings, provenance: provenance, restricted: [ExposedList.path: exposed?.csv.map { Data($0.utf8) }])
  }

  /// The same with files that only the user may read; those without bytes are removed.
  ///
  /// Documents that are made on demand are removed too: those of an earlier run must not stand beside other numbers.
  func write(_ findings: Findings, provenance: Provenance, restricted: [String: Data?]) async throws -> URL {
    try await Language.$spoken.withValue(try language(of: findings)) {
      try await page(findings, provenance: provenance, restricted: restricted)
    }
  }

  private func language(of findings: Findings) throws -> Language {
    try LanguageFolder(templates: templates)
      .language(language ?? findings.assessment.document.language, brand: brand)
  }

  private func page(_ findings: Findings, provenance: Provenance, restricted: [String: Data?]) async throws -> URL {
    let lanes = FigureLanes(figures: allFigures(in: findings)) { _ in }
    let source = try source(findings, try await Self.drawings(lanes), Self.facts(provenance)) { _ in }
    async let figureFiles = Self.files(lanes)
    let page = (path: HTMLDocument.file, data: try HTMLDocument.data(of: source))
    var files = try await figureFiles + (try tables(of: findings)) + (try measured(findings, provenance))
    files.append(page)
    files += try brandFiles()
    try run.replace(with: files, restricted: restricted)
    if brand == nil { run.remove([BrandFolder.name, BrandFolder.lock]) }
    run.remove(Deliverable.allCases.filter { $0 != .html }.map { $0.document.file })
    return run.folder.appendingPathComponent(HTMLDocument.file)
  }

  /// What a run left; curves and facts are read while the results are.
  private func stored() async throws -> (findings: Findings, facts: ReproductionFacts) {
    let place = { @Sendable (name: String) in run.folder.appendingPathComponent(name).path }
    async let curves = ResultsFile.curves(try run.read("curves.json"), path: place("curves.json"))
    async let content = GuidanceFolders(templates: templates, beside: run.folder).read()
    let results = try ResultsFile.forPages(try run.read("results.json"), path: place("results.json"))
    let provenance = try run.read("provenance.json")
    guard let known = try? JSONDecoder().decode(Provenance.self, from: provenance) else {
      throw ResultsFileError.malformed(path: place("provenance.json"), reason: "it is no provenance")
    }
    let stored = try ResultsFile.assessment(try run.read("assessment.json"), path: place("assessment.json"))
    let guidance = try await content.guidance
    let assessment = guidance.assessment(
      of: results, document: stored.document, engagement: stored.engagement, budgets: stored.budgets)
    let findings = Findings(
      results: results, curves: try await curves, names: Registries.names(for: results), assessment: assessment,
      guidance: guidance)
    return (findings, Self.facts(known))
  }

  private static func facts(_ provenance: Provenance) -> ReproductionFacts {
    ReproductionFacts(
      engine: provenance.engine, manifestDigest: provenance.manifestDigest,
      command: provenance.command ?? "rollcall run \(provenance.manifest)")
  }

  private func source(
    _ findings: Findings, _ figures: [DrawnFigure], _ facts: ReproductionFacts,
    tell: @escaping @Sendable (String) -> Void
  ) throws -> ReportSource {
    ReportSource(
      findings: findings, figures: figures, facts: facts, templates: try TemplateFolder([templates]), brand: brand,
      tell: tell)
  }

  private static func drawings(_ lanes: FigureLanes) async throws -> [DrawnFigure] {
    try await lanes.map("drawings") { try $0.drawn($1) }
  }

  private static func files(_ lanes: FigureLanes) async throws -> [(path: String, data: Data)] {
    try await lanes.map("figure files") { try $0.files(of: $1) }.joined()
      .map { (path: "figures/\($0.name)", data: Data($0.bytes)) }
  }

  /// The brand itself and what its colours became.
  private func brandFiles() throws -> [(path: String, data: Data)] {
    guard let brand else { return [] }
    let lock = try BrandLock.yaml(brand, templates: TemplateFolder([templates]))
    return brand.files.map { ("\(BrandFolder.name)/\($0.path)", $0.bytes) } + [(BrandFolder.lock, Data(lock.utf8))]
  }

  /// What was measured, which making a report again leaves as it is.
  private func measured(_ findings: Findings, _ provenance: Provenance) throws -> [(path: String, data: Data)] {
    var files: [(path: String, data: Data)] = [
      ("results.json", try ResultsFile.data(findings.results)), ("curves.json", try ResultsFile.data(findings.curves)),
      ("provenance.json", try ResultsFile.data(provenance)),
    ]
    if let replicates = findings.replicates {
      files.append((RunFolder.replicates, try ResultsFile.data(replicates)))
    }
    return files
  }

  /// What follows from it.
  private func tables(of findings: Findings) throws -> [(path: String, data: Data)] {
    var files: [(path: String, data: Data)] = [("assessment.json", try ResultsFile.data(findings.assessment))]
    if let policy = SharingPolicy.yaml(findings.assessment, results: findings.results) {
      files.append((RunFolder.policy, Data(policy.utf8)))
    }
    files.append(("results.csv", Data(ResultsTable.csv(findings.results).utf8)))
    for own in ownGuidance { files.append(("\(GuidanceFolders.name)/\(own.name)", own.bytes)) }
    return files
  }
}
