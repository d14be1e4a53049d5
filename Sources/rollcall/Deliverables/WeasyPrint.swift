import Files
import Foundation
import Subprocess

/// The program `weasyprint` of Debian's package: a page in, a tagged PDF out.
struct WeasyPrint {
  /// Seconds since 1970 that fonts within the PDF are dated with, so that equal pages give equal bytes.
  let epoch: Int

  private static let name = "weasyprint"
  /// A report of 60 combinations takes about a minute.
  private static let limit = Duration.seconds(900)
  private static let largest = 512 << 20
  /// Said of every tagged PDF.
  private static let expected = "PDF/UA support is experimental"

  /// Looks for the program on PATH.
  ///
  /// - Throws: ``PDFError/notInstalled``.
  static func find() async throws {
    do { _ = try await Executable.name(name).resolveExecutablePath(in: .inherit) } catch {
      throw PDFError.notInstalled
    }
  }

  /// Lays out a page.
  ///
  /// - Parameter tell: Told which page is being laid out.
  /// - Throws: ``PDFError``; `CancellationError`, with the program killed.
  func pdf(of page: String, tell: @escaping @Sendable (String) -> Void) async throws -> Data {
    try await withThrowingTaskGroup(of: Data.self) { group in
      group.addTask { try await run(page, tell) }
      group.addTask {
        try await Task.sleep(for: Self.limit)
        throw PDFError.tooSlow(seconds: Int(Self.limit.components.seconds))
      }
      defer { group.cancelAll() }
      guard let pdf = try await group.next() else { throw CancellationError() }
      return pdf
    }
  }

  private func run(_ page: String, _ tell: @Sendable (String) -> Void) async throws -> Data {
    // By a file: a program that ends before it has read its input would take this one down.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString).html")
    try AtomicFile.write(Data(page.utf8), to: file, isPrivate: true)
    defer { try? FileManager.default.removeItem(at: file) }
    // Relative addresses lead nowhere: the page names nothing outside itself.
    let result = try await Subprocess.run(
      .name(Self.name),
      arguments: ["--verbose", "--pdf-variant", "pdf/ua-1", "--base-url", "about:blank", file.path, "-"],
      environment: .inherit.updating([
        "SOURCE_DATE_EPOCH": String(epoch), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      ]),
      input: .none, output: .data(limit: Self.largest), error: .sequence
    ) { execution in
      var complaints: [String] = []
      for try await line in execution.standardError.strings() {
        if let step = Self.step(line) { tell(step) } else if Self.isComplaint(line) { complaints.append(line) }
      }
      return complaints
    }
    try Task.checkCancellation()
    let complaints = result.closureResult
    guard result.terminationStatus.isSuccess, result.standardOutput.starts(with: Data("%PDF-".utf8)) else {
      throw PDFError.failed(reason: complaints.last ?? "it ended with \(result.terminationStatus)")
    }
    if let first = complaints.first { throw PDFError.doubtful(complaint: first, more: complaints.count - 1) }
    return result.standardOutput
  }

  /// `INFO: Step 5 - Creating layout - Page 12` as `PDF: creating layout, page 12`; other steps without their object.
  static func step(_ line: String) -> String? {
    guard line.hasPrefix("INFO: Step ") else { return nil }
    let parts = line.components(separatedBy: " - ").dropFirst()
    guard let step = parts.first else { return nil }
    let page = parts.dropFirst().first { $0.hasPrefix("Page ") }.map { ", p" + $0.dropFirst() } ?? ""
    return "PDF: " + step.prefix(1).lowercased() + step.dropFirst() + page
  }

  private static func isComplaint(_ line: String) -> Bool {
    !line.isEmpty && !line.hasPrefix("INFO: ") && !line.contains(expected)
  }
}

/// Why a PDF could not be made.
enum PDFError: Error, Equatable, CustomStringConvertible {
  case notInstalled
  case failed(reason: String)
  /// Made, but not as the page asks.
  case doubtful(complaint: String, more: Int)
  case tooSlow(seconds: Int)

  var description: String {
    switch self {
    case .notInstalled:
      "a PDF needs the program weasyprint, which is not on PATH: install Debian's package weasyprint"
    case .failed(let reason): "weasyprint made no PDF: \(reason.prefix(400))"
    case .doubtful(let complaint, let more):
      "weasyprint could not follow the print page: \(complaint.prefix(400))"
        + (more > 0 ? " (and \(more) more of such)" : "") + ": mend the templates or the style sheet"
    case .tooSlow(let seconds): "weasyprint was stopped after \(seconds) s: make PDFs of fewer combinations"
    }
  }
}
