public import Files
public import Foundation

/// Finished work on disk: one folder an entry, named by the digest of all that determines its bytes.
///
/// An entry is written under a temporary name, synced and renamed, so that it is whole or absent; `SHA256SUMS` beside its
/// files tells a damaged one, which reads as damaged and is made again.
public struct Store: Sendable {
  /// The arrangement of folders and files; another number is refused, not guessed.
  public static let layout = 1

  public let folder: URL

  /// What an entry holds.
  public enum Kind: String, CaseIterable, Sendable {
    /// One trained model's signal.
    case units
    /// One trained model's answers about altered copies of the records.
    case copies
    /// One trained network's weights, where they are to be kept.
    case models
    /// Who trains what.
    case pools
    /// One attack on one cell.
    case measures
  }

  /// The files of an entry, by name.
  public typealias Entry = [String: [UInt8]]

  /// What the store knows of an entry.
  public enum Finding: Sendable {
    case found(Entry)
    case absent
    /// It is there and wrong: the reason, for a warning.
    case damaged(String)
  }

  private static let sums = "SHA256SUMS"

  /// Opens a store, making it where there is none.
  ///
  /// - Throws: ``StoreError``.
  public init(folder: URL) throws(StoreError) {
    self.folder = folder
    let mark = folder.appendingPathComponent("store.json")
    if FileManager.default.fileExists(atPath: mark.path) {
      guard let data = try? Data(contentsOf: mark),
        let found = try? JSONDecoder().decode(Mark.self, from: data)
      else { throw .unreadable(path: mark.path) }
      guard found.layout == Self.layout else {
        throw .otherLayout(path: folder.path, found: found.layout, known: Self.layout)
      }
      Self.sweep(folder)
      return
    }
    if let others = try? FileManager.default.contentsOfDirectory(atPath: folder.path), !others.isEmpty {
      throw .notAStore(path: folder.path)
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try AtomicFile.write(Data("{\"layout\": \(Self.layout)}\n".utf8), to: mark)
    } catch let error as FileError {
      throw .file(error)
    } catch {
      throw .unwritable(path: folder.path)
    }
  }

  private struct Mark: Codable { let layout: Int }

  /// Removes what writers that were killed left beside entries.
  private static func sweep(_ folder: URL) {
    Leftovers.sweep(folder)
    for kind in Kind.allCases {
      let place = folder.appendingPathComponent(kind.rawValue)
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? [] {
        Leftovers.sweep(place.appendingPathComponent(name))
      }
    }
  }

  /// Where an entry lies or would lie.
  public func place(_ kind: Kind, _ key: String) -> URL { Self.place(kind, key, in: folder) }

  private static func place(_ kind: Kind, _ key: String, in folder: URL) -> URL {
    folder.appendingPathComponent(kind.rawValue).appendingPathComponent(String(key.prefix(2)))
      .appendingPathComponent(key)
  }

  /// Reads an entry and checks every byte of it.
  public func read(_ kind: Kind, _ key: String) -> Finding {
    let place = place(kind, key)
    let sums = place.appendingPathComponent(Self.sums)
    guard FileManager.default.fileExists(atPath: place.path) else { return .absent }
    guard let list = try? String(contentsOf: sums, encoding: .utf8) else {
      return .damaged("\(sums.path) is missing or unreadable")
    }
    var entry: Entry = [:]
    for line in list.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard parts.count == 2 else { return .damaged("\(sums.path) is no list of checksums") }
      let name = parts[1].trimmingCharacters(in: .whitespaces)
      guard !name.contains("/"), let data = try? Data(contentsOf: place.appendingPathComponent(name)) else {
        return .damaged("\(place.path)/\(name) is missing or unreadable")
      }
      guard Digest.hex(of: data) == parts[0] else {
        return .damaged("\(place.path)/\(name) differs from its checksum")
      }
      entry[name] = Array(data)
    }
    return entry.isEmpty ? .damaged("\(sums.path) is empty") : .found(entry)
  }

  /// Whether a store, which need not exist, holds an entry; nothing is read or made.
  public static func holds(_ kind: Kind, _ key: String, in folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: place(kind, key, in: folder).appendingPathComponent(sums).path)
  }

  /// Writes an entry, replacing a damaged one.
  ///
  /// - Throws: ``StoreError/file(_:)`` if the disk is full or the place not writable; nothing is left behind.
  public func write(_ entry: Entry, _ kind: Kind, _ key: String) throws(StoreError) {
    let place = place(kind, key)
    var files = entry
    let lines = entry.keys.sorted().map { name in "\(Digest.hex(of: entry[name] ?? []))  \(name)\n" }
    files[Self.sums] = Array(lines.joined().utf8)
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      let pending = try PendingFolder(for: place)
      for name in files.keys.sorted() { try pending.write(files[name] ?? [], as: name) }
      try pending.commit()
    } catch let error as FileError {
      throw .file(error)
    } catch {
      throw .unwritable(path: place.path)
    }
  }
}

/// Why a store cannot be used.
public enum StoreError: Error, Equatable, CustomStringConvertible {
  case otherLayout(path: String, found: Int, known: Int)
  case notAStore(path: String)
  case unreadable(path: String)
  case unwritable(path: String)
  case file(FileError)

  public var description: String {
    switch self {
    case .otherLayout(let path, let found, let known):
      "\(path): the store has layout \(found) but this version reads layout \(known): give another --store, or remove it"
    case .notAStore(let path):
      "\(path): the folder holds other files and no store.json: give an empty or new folder as --store"
    case .unreadable(let path): "\(path): not readable as the mark of a store: restore or remove the store"
    case .unwritable(let path): "\(path): cannot be written: check permissions and space, or give another --store"
    case .file(let error): error.description
    }
  }
}
