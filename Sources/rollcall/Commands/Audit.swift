import ArgumentParser
import Files
import Foundation
import Logging
import Study

extension Rollcall {
  /// `rollcall audit`: a client's own predictions.
  struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Attack a client's own predictions and write the report; nothing is trained.",
      discussion: """
        FILE is a CSV table of one model's predictions (id, member, label, p_0, p_1 ...), an NPZ archive of a set of \
        models (logits, labels, membership), or JSON Lines of a language model's log-probabilities, with a second such \
        file for a reference model. What a file holds is found from its content, or told by --predictions, --signals or \
        --tokens before it. Prints the path of the report. Exit codes: 0 done; 2 bad usage or data.
        """)

    enum References: String, ExpressibleByArgument, CaseIterable { case paired, all }

    @Argument(help: "The files.") var files: [String] = []
    @Option(help: "A table of one model's predictions.") var predictions: [String] = []
    @Option(help: "An archive of a set of models' signals.") var signals: [String] = []
    @Option(help: "JSON Lines of log-probabilities of tokens.") var tokens: [String] = []
    @Option(help: ArgumentHelp("Where the report goes (default: Output/audit-<file>).", valueName: "folder"))
    var output: String?
    @Option(help: "Attacks, with parameters after colons: all,rmia-offline:a=0.3") var attacks = "all"
    @Option(help: "Models to attack, by number: all, or 0,7.") var targets = "all"
    @Option(help: "References of a target in a set: paired leaves out its complement, all keeps it.")
    var references: References?
    @Option(help: "False-positive rates to report, between 0 and 1.") var fpr = "0.001,0.01,0.05,0.1"
    @Option(help: ArgumentHelp("A table of the records' features, by id.", valueName: "file")) var records: String?
    @Flag(help: "Also write restricted/scores.npz, the scores of each record.") var scores = false
    @Flag(help: "Divide each record's probabilities by their sum.") var normalise = false
    @Option(help: "h: no probability nearer to 0 or 1 can be told from them; from 0 to below 0.5.")
    var resolution: Double?
    @Option(help: ArgumentHelp("Names of columns: id=person,p_=prob_", valueName: "role=name")) var columns: String?
    @Option(help: ArgumentHelp("A YAML file with name, date, seed, report, engagement and columns.", valueName: "file"))
    var manifest: String?
    @Option(help: "The seed of redraws (default: 0).") var seed: UInt64?
    @Option(help: ArgumentHelp("The folder of report templates.", valueName: "folder")) var templates: String?
    @Option(help: "Attacks run at once, 1 or more (default: one a core).") var workers: Int?
    @OptionGroup var talk: TalkOptions

    func validate() throws {
      guard !(files + predictions + signals + tokens).isEmpty else {
        throw ValidationError("no file to audit: give a CSV, NPZ or JSON Lines file")
      }
      if let resolution, !(0..<0.5).contains(resolution) {
        throw ValidationError("--resolution is \(resolution) but must be from 0 to below 0.5")
      }
      if let workers, !(1...1_024).contains(workers) {
        throw ValidationError("--workers is \(workers) but must be from 1 to 1024")
      }
    }

    func run() async throws {
      let logger = Console.logger(level: talk.quiet ? .warning : talk.verbose ? .debug : .notice)
      let evidence = try evidenceFiles()
      for file in evidence { logger.notice("\(file.path): \(file.kind.title)") }
      var request = try request(evidence)
      if let manifest { try read(manifest, into: &request) }
      if let columns { try request.choices.predictions.columns.rename(try ColumnNames.pairs(columns)) }
      let places = Places(templates: templates, data: [], manifest: manifest)
      let templates = try places.templateFolder()
      let brand = try BrandFolder.named(request.manifest.report.brand, beside: places.manifestFolder)
      _ = try LanguageFolder(templates: templates).language(request.manifest.report.language, brand: brand)
      let pipeline = AuditPipeline(
        request: request, templates: templates,
        guidance: try GuidanceFolders(templates: templates, beside: places.manifestFolder).read(), brand: brand,
        logger: logger)
      let work = Task { try await pipeline.run() }
      let watch = SignalWatch { work.cancel() }
      do { print(try await work.value.path) } catch is CancellationError {
        throw EarlyEnd(code: watch.exitCode ?? ExitStatus.interrupted, message: "stopped: nothing was written")
      }
    }

    private func evidenceFiles() throws -> [EvidenceFile] {
      let told = [(predictions, EvidenceKind.predictions), (signals, .signals), (tokens, .tokens)]
      return try files.map { EvidenceFile(path: $0, kind: try EvidenceKind(of: URL(fileURLWithPath: $0))) }
        + told.flatMap { paths, kind in paths.map { EvidenceFile(path: $0, kind: kind) } }
    }

    private func request(_ evidence: [EvidenceFile]) throws -> AuditPipeline.Request {
      var choices = AuditedCase.Choices(attacks: attacks, seed: seed ?? 0)
      choices.targets = try numbers(targets)
      choices.references = references.flatMap { ReferenceRule(rawValue: $0.rawValue) }
      choices.predictions.normalise = normalise
      choices.predictions.resolution = resolution
      return AuditPipeline.Request(
        files: evidence, choices: choices, manifest: AuditManifest(), features: records, keepsScores: scores,
        output: output, limits: try RateChoice.limits(fpr),
        workers: workers ?? ProcessInfo.processInfo.activeProcessorCount, command: command(evidence))
    }

    /// Nil for all.
    private func numbers(_ text: String) throws -> [Int]? {
      guard text != "all" else { return nil }
      var result: [Int] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let number = Int(part), number >= 0, !result.contains(number) else {
          throw AuditError.usage("--targets holds '\(part.prefix(40))': write all, or different numbers as in 0,7")
        }
        result.append(number)
      }
      return result
    }

    private func read(_ path: String, into request: inout AuditPipeline.Request) throws {
      let text = Array(try GivenFile.bytes(of: URL(fileURLWithPath: path), most: Manifest.largestFile))
      let read = try AuditManifest(text, file: path, roles: ColumnNames.known)
      request.manifest = read
      request.manifestDigest = Digest.hex(of: text)
      request.manifestPath = path
      if seed == nil, let own = read.seed { request.choices.seed = own }
      try request.choices.predictions.columns.rename(
        ColumnNames.known.compactMap { role in read.columns[role].map { (role, $0) } })
    }

    /// The command that makes the same numbers, without paths.
    private func command(_ evidence: [EvidenceFile]) -> String {
      var words = ["rollcall audit"]
      for file in evidence { words.append("--\(file.kind.rawValue) \(file.url.lastPathComponent)") }
      if attacks != "all" { words.append("--attacks \(attacks)") }
      if targets != "all" { words.append("--targets \(targets)") }
      if let references { words.append("--references \(references.rawValue)") }
      if normalise { words.append("--normalise") }
      if let resolution { words.append("--resolution \(resolution)") }
      if let columns { words.append("--columns \(columns)") }
      if let manifest { words.append("--manifest \(URL(fileURLWithPath: manifest).lastPathComponent)") }
      if let seed { words.append("--seed \(seed)") }
      return words.joined(separator: " ")
    }
  }
}
