import Foundation
import Testing

/// The built `rollcall`, run as a user runs it, in a folder of its own that is removed afterwards.
final class Program {
  /// What a run of the program came to.
  struct End {
    let status: Int32
    let output: String
    let errors: String
  }

  let folder: URL

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var binary: URL {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    return tests.appendingPathComponent("rollcall")
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  func read(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

  /// A process that has been started.
  final class Running {
    let process = Process()
    fileprivate let output: URL
    fileprivate let errors: URL

    fileprivate init(output: URL, errors: URL) { (self.output, self.errors) = (output, errors) }

    func end() throws -> End {
      process.waitUntilExit()
      return End(
        status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }

  /// Starts the program with the datasets and templates of the package.
  func start(_ arguments: [String], shell prefix: String? = nil, environment: [String: String] = [:]) throws -> Running
  {
    let output = folder.appendingPathComponent("output-\(UUID().uuidString)")
    let errors = folder.appendingPathComponent("errors-\(UUID().uuidString)")
    for url in [output, errors] { try Data().write(to: url) }
    let running = Running(output: output, errors: errors)
    if let prefix {
      let quoted = ([Self.binary.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
      running.process.executableURL = URL(fileURLWithPath: "/bin/bash")
      running.process.arguments = ["-c", "\(prefix); exec \(quoted)"]
    } else {
      running.process.executableURL = Self.binary
      running.process.arguments = arguments
    }
    running.process.currentDirectoryURL = folder
    running.process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path,
      "ROLLCALL_HOME": Self.root.path,
    ].merging(environment) { $1 }
    running.process.standardOutput = try FileHandle(forWritingTo: output)
    running.process.standardError = try FileHandle(forWritingTo: errors)
    try running.process.run()
    return running
  }

  func run(_ arguments: String..., shell: String? = nil, environment: [String: String] = [:]) throws -> End {
    try start(arguments, shell: shell, environment: environment).end()
  }

  /// Every file under a folder with its bytes, those left out that speak of time and place.
  func snapshot(_ name: String) throws -> [String: Data] {
    let root = folder.appendingPathComponent(name)
    var files: [String: Data] = [:]
    for case let url as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init() {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      guard url.lastPathComponent != "provenance.json" else { continue }
      files[String(url.path.dropFirst(root.path.count))] = try Data(contentsOf: url)
    }
    return files
  }

  /// How many units a store holds.
  func units(_ store: String = "store") throws -> Int {
    let root = folder.appendingPathComponent(store).appendingPathComponent("units")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).count { $0.hasSuffix("/unit.json") }
  }
}

/// A small study on real data: seconds, not minutes.
func study(
  name: String = "small", datasets: String = "[heart_cleveland]", models: String = "[logistic-regression]",
  defences: String = "[none, rounding]", attacks: String = "[lira-online, loss]", pool: Int = 8, more: String = ""
) -> String {
  """
  name: \(name)
  seed: 1
  datasets: \(datasets)
  models: \(models)
  defences: \(defences)
  attacks: \(attacks)
  pool: {models: \(pool)}
  \(more)
  """
}
