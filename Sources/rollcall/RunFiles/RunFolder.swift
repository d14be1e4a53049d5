import Files
import Foundation

/// The folder that a run leaves behind, replaced as a whole: everything is written beside it before anything is renamed.
struct RunFolder {
  let folder: URL

  private var staging: URL { folder.appendingPathComponent(".staging") }
  private static let figures = "figures"
  /// What a later comparison needs.
  static let replicates = "replicates.json"
  /// Decisions on access, where something is rated.
  static let policy = "sharing-policy.yaml"

  /// Checks that the folder can be written before hours are spent, and removes what killed runs left in it.
  ///
  /// - Throws: ``Files/FileError``.
  func probe() throws {
    try makeFolder(folder)
    Leftovers.sweep(folder)
    let probe = folder.appendingPathComponent(".probe")
    try AtomicFile.write(Data("probe".utf8), to: probe)
    try? FileManager.default.removeItem(at: probe)
  }

  /// Writes the files (path in the folder -> bytes) and removes figures that are not among them.
  ///
  /// - Parameters:
  ///   - files: what anyone may read.
  ///   - restricted: what only the user may read; a file without bytes is removed, and one that is not named stays.
  /// - Throws: ``Files/FileError`` with the earlier files untouched.
  func replace(with files: [(path: String, data: Data)], restricted: [String: Data?] = [:]) throws {
    let restricted = restricted.sorted { $0.key < $1.key }
    let secrets = restricted.compactMap { path, data in data.map { (path: path, data: $0) } }
    let manager = FileManager.default
    try makeFolder(folder)
    try? manager.removeItem(at: staging)
    do {
      for folder in folders(of: files) { try makeFolder(staging.appendingPathComponent(folder)) }
      for file in files { try AtomicFile.write(file.data, to: staging.appendingPathComponent(file.path)) }
      for file in secrets {
        let url = staging.appendingPathComponent(file.path)
        try makeFolder(url.deletingLastPathComponent(), isPrivate: true)
        try AtomicFile.write(file.data, to: url, isPrivate: true)
      }
    } catch {
      try? manager.removeItem(at: staging)
      throw error
    }
    for name in folders(of: files) { try makeFolder(folder.appendingPathComponent(name)) }
    for file in secrets {
      try makeFolder(folder.appendingPathComponent(file.path).deletingLastPathComponent(), isPrivate: true)
    }
    // An earlier list must not stand beside numbers that it is not of.
    for (path, data) in restricted where data == nil {
      try? manager.removeItem(at: folder.appendingPathComponent(path))
    }
    for file in files + secrets {
      let from = staging.appendingPathComponent(file.path)
      let to = folder.appendingPathComponent(file.path)
      guard rename(from.path, to.path) == 0 else { throw FileError.unwritable(path: to.path, code: errno) }
    }
    try? manager.removeItem(at: staging)
    removeOldFigures(keeping: Set(files.map(\.path)))
  }

  /// Writes files beside those that are there.
  ///
  /// - Throws: ``Files/FileError``.
  func add(_ files: [(path: String, data: Data)]) throws {
    for file in files {
      let url = folder.appendingPathComponent(file.path)
      try makeFolder(url.deletingLastPathComponent())
      try AtomicFile.write(file.data, to: url)
    }
  }

  /// Removes files of the folder where they are there.
  func remove(_ names: [String]) {
    for name in names { try? FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }
  }

  /// Folders that the files need, that of figures always.
  private func folders(of files: [(path: String, data: Data)]) -> [String] {
    let needed = files.map { ($0.path as NSString).deletingLastPathComponent }.filter { !$0.isEmpty }
    return Set(needed + [Self.figures]).sorted()
  }

  private func removeOldFigures(keeping: Set<String>) {
    let manager = FileManager.default
    let place = folder.appendingPathComponent(Self.figures)
    for name in (try? manager.contentsOfDirectory(atPath: place.path)) ?? [] {
      let drawn = ["png", "pdf", "svg"].contains((name as NSString).pathExtension)
      if drawn, !keeping.contains("\(Self.figures)/\(name)") {
        try? manager.removeItem(at: place.appendingPathComponent(name))
      }
    }
  }

  private func makeFolder(_ url: URL, isPrivate: Bool = false) throws {
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: isPrivate ? [.posixPermissions: 0o700] : nil)
    } catch {
      throw FileError.unwritable(path: url.path, code: Places.isFolder(url) ? EACCES : errno)
    }
  }

  /// Reads one file of the folder.
  func read(_ name: String) throws -> Data {
    let url = folder.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: url.path) else { throw FileError.missing(path: url.path) }
    guard let data = try? Data(contentsOf: url) else { throw FileError.unreadable(path: url.path, code: EACCES) }
    return data
  }
}
