import Foundation
import Training

/// Where a run finds its templates and datasets, in a stated order.
///
/// Each list holds candidates, whether they exist or not, so that `rollcall list datasets --verbose` can show the search.
struct Places: Sendable {
  /// `--templates`, one folder.
  var templates: String?
  /// `--data`, in order.
  var data: [String] = []
  var environment: [String: String]
  /// The manifest's folder, where a command has one.
  var manifestFolder: URL?
  var workingFolder: URL
  var executableFolder: URL

  init(templates: String?, data: [String], manifest: String?) {
    let files = FileManager.default
    self.templates = templates
    self.data = data
    environment = ProcessInfo.processInfo.environment
    workingFolder = URL(fileURLWithPath: files.currentDirectoryPath)
    manifestFolder = manifest.map { URL(fileURLWithPath: $0).standardizedFileURL.deletingLastPathComponent() }
    executableFolder =
      (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "."))
      .resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// Folders that may hold datasets, first wins.
  var datasetCandidates: [Candidate] {
    var result = data.map { Candidate("--data", URL(fileURLWithPath: $0)) }
    for path in (environment["ROLLCALL_DATA"] ?? "").split(separator: ":") {
      result.append(Candidate("ROLLCALL_DATA", URL(fileURLWithPath: String(path))))
    }
    if let home { result += Self.datasetFolders(in: home, because: "ROLLCALL_HOME") }
    if let manifestFolder { result.append(Candidate("the manifest's folder", manifestFolder)) }
    for (reason, folder) in ancestry { result += Self.datasetFolders(in: folder, because: reason) }
    return Candidate.unique(result)
  }

  /// Folders that may hold templates, first wins.
  var templateCandidates: [Candidate] {
    var result: [Candidate] = []
    if let templates { return [Candidate("--templates", URL(fileURLWithPath: templates))] }
    if let home { result.append(Candidate("ROLLCALL_HOME", home.appendingPathComponent("Templates"))) }
    for (reason, folder) in ancestry {
      result.append(Candidate(reason, folder.appendingPathComponent("Templates")))
    }
    return Candidate.unique(result)
  }

  /// The datasets of the folders that exist.
  func library() throws -> DatasetLibrary {
    try DatasetLibrary(folders: datasetCandidates.map(\.folder).filter(Self.isFolder))
  }

  /// The first folder of templates that exists.
  func templateFolder() throws -> URL {
    let candidates = templateCandidates
    guard let found = candidates.first(where: { Self.isFolder($0.folder.appendingPathComponent("Report")) }) else {
      let looked = candidates.map(\.folder.path).joined(separator: ", ")
      throw PlacesError.noTemplates(looked: looked)
    }
    return found.folder
  }

  private var home: URL? {
    environment["ROLLCALL_HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
  }

  /// The manifest's, working and executable's folder, each followed by its parents.
  private var ancestry: [(String, URL)] {
    var result: [(String, URL)] = []
    if let manifestFolder { result += Self.parents("the manifest's folder", manifestFolder) }
    result += Self.parents("the working folder", workingFolder)
    result += Self.parents("the executable's folder", executableFolder)
    return result
  }

  private static func parents(_ reason: String, _ folder: URL) -> [(String, URL)] {
    var result = [(reason, folder)]
    var current = folder
    while current.path != "/", result.count < 64 {
      current = current.deletingLastPathComponent()
      result.append(("a parent of \(reason)", current))
    }
    return result
  }

  private static func datasetFolders(in folder: URL, because reason: String) -> [Candidate] {
    ["Datasets", "Benchmarks/Datasets"].map { Candidate(reason, folder.appendingPathComponent($0)) }
  }

  static func isFolder(_ url: URL) -> Bool {
    var folder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &folder) && folder.boolValue
  }

  /// A folder and why it is looked at.
  struct Candidate {
    let reason: String
    let folder: URL
    init(_ reason: String, _ folder: URL) {
      self.reason = reason
      self.folder = folder.standardizedFileURL
    }

    static func unique(_ candidates: [Candidate]) -> [Candidate] {
      var seen: Set<String> = []
      return candidates.filter { seen.insert($0.folder.path).inserted }
    }
  }
}

/// Why a place could not be found.
enum PlacesError: Error, Equatable, CustomStringConvertible {
  case noTemplates(looked: String)

  var description: String {
    switch self {
    case .noTemplates(let looked):
      "no folder of report templates was found (looked in \(looked)): give --templates or set ROLLCALL_HOME"
    }
  }
}
