import Files
import Findings
import Foundation

/// A run as it lies in a folder, read for a comparison.
enum StoredRun {
  /// Bytes: far above any honest run.
  private static let most = 1 << 30

  /// Reads a run's folder, or its `results.json` with what lies beside it.
  ///
  /// - Throws: ``Files/FileError``, ``Findings/ResultsFileError``.
  static func read(_ path: String) throws -> ComparedRun {
    let url = URL(fileURLWithPath: path)
    guard FileManager.default.fileExists(atPath: url.path) else { throw FileError.missing(path: path) }
    let file = Places.isFolder(url) ? url.appendingPathComponent("results.json") : url
    let results = try ResultsFile.results(try GivenFile.bytes(of: file, most: most), path: file.path)
    let beside = file.deletingLastPathComponent().appendingPathComponent(RunFolder.replicates)
    guard FileManager.default.fileExists(atPath: beside.path) else {
      return ComparedRun(results: results, replicates: nil)
    }
    let replicates = try ResultsFile.replicates(try GivenFile.bytes(of: beside, most: most), path: beside.path)
    return ComparedRun(results: results, replicates: replicates)
  }
}
