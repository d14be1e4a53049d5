import ArgumentParser
import Foundation

extension Rollcall {
  /// `rollcall report`: documents from stored results.
  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "Make documents from a run's stored results; trains nothing.",
      discussion: """
        html draws the figures and writes report.html again, pdf lays out report.pdf, for which Debian's package \
        weasyprint is needed. Prints the paths of the documents. Exit codes: 0 done; 2 bad usage or results; \
        130 interrupted; 143 terminated.
        """)

    @Argument(help: "The folder of a run or an audit, with results.json in it.") var folder: String
    @Option(
      help: ArgumentHelp(
        "Documents, with commas between: \(Deliverable.allCases.map(\.rawValue).joined(separator: ",")).",
        valueName: "list"))
    var format = Deliverable.html.rawValue
    @Option(help: ArgumentHelp("The folder of report templates.", valueName: "folder")) var templates: String?
    @Option(help: ArgumentHelp("The folder of a brand, with brand.yaml in it.", valueName: "folder")) var brand: String?
    @Option(
      help: ArgumentHelp(
        "The language of the documents, a file of Languages beside the templates (default: the manifest's, the brand's, "
          + "or English).", valueName: "tag"))
    var language: String?
    @OptionGroup var talk: TalkOptions

    func validate() throws { _ = try Deliverable.list(format) }

    func run() async throws {
      let places = Places(templates: templates, data: [], manifest: nil)
      let run = RunFolder(folder: URL(fileURLWithPath: folder))
      let rendering = Rendering(
        run: run, templates: try places.templateFolder(),
        brand: try BrandFolder.named(brand, beside: nil) ?? BrandFolder.kept(in: run.folder),
        language: language)
      let deliverables = try Deliverable.list(format)
      let steps = Steps(style: Progress.style(quiet: talk.quiet, environment: places.environment))
      let work = Task { try await rendering.again(deliverables) { steps.say($0) } }
      let watch = SignalWatch { work.cancel() }
      defer { steps.finish() }
      for line in try rendering.brandLog() { steps.say(line) }
      do {
        let documents = try await work.value
        steps.finish()
        for document in documents { print(document.path) }
      } catch is CancellationError {
        throw EarlyEnd(code: watch.exitCode ?? ExitStatus.interrupted, message: "stopped: nothing was written")
      }
    }
  }
}
