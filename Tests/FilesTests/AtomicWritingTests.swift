import Files
import Foundation
import Testing

@Suite("Atomic writing", .serialized) struct AtomicWritingTests {
  private func text(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }

  @Test("a file is made and replaced, and nothing else stays in its folder")
  func replaces() throws {
    let scratch = try Scratch()
    let url = scratch.url.appendingPathComponent(String(repeating: "n", count: 250))
    try AtomicFile.write("one", to: url)
    try AtomicFile.write(Array("two".utf8), to: url)
    #expect(try text(url) == "two")
    try AtomicFile.write(Data("three".utf8), to: url, isPrivate: true)
    #expect(try text(url) == "three")
    let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(scratch.names.count == 1)
  }

  @Test("a missing folder and a folder in the way are refused, with path and remedy")
  func places() throws {
    let scratch = try Scratch()
    let lost = scratch.url.appendingPathComponent("no/file")
    #expect(throws: FileError.unwritable(path: lost.path, code: ENOENT)) { try AtomicFile.write("x", to: lost) }
    let taken = scratch.url.appendingPathComponent("taken")
    try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: false)
    #expect(throws: FileError.unwritable(path: taken.path, code: EISDIR)) { try AtomicFile.write("x", to: taken) }
    #expect(scratch.names == ["taken"])
    #expect(
      FileError.unwritable(path: "/r/x", code: ENOSPC).description
        == "/r/x: cannot be written (No space left on device); free some space or choose another disk; "
        + "nothing was changed")
  }

  @Test("a limit on file sizes keeps the earlier file and leaves no temporary behind")
  func sizeLimit() throws {
    let scratch = try Scratch()
    let url = scratch.url.appendingPathComponent("file")
    try AtomicFile.write("earlier", to: url)
    // The limit holds for the whole process: large enough that no other test meets it.
    let most = 1 << 25
    var before = rlimit()
    signal(SIGXFSZ, SIG_IGN)
    #expect(getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) == 0)
    var low = before
    low.rlim_cur = rlim_t(most)
    #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &low) == 0)
    defer { setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) }
    #expect(throws: FileError.unwritable(path: url.path, code: EFBIG)) {
      try AtomicFile.write([UInt8](repeating: 1, count: most + 1), to: url)
    }
    #expect(try text(url) == "earlier")
    #expect(scratch.names == ["file"])
  }

  @Test("a file system that takes no files is refused")
  func unwritable() throws {
    // Not even the superuser can make a file among the facts of processes.
    let url = URL(fileURLWithPath: "/proc/rollcall")
    #expect(throws: FileError.unwritable(path: url.path, code: ENOENT)) { try AtomicFile.write("x", to: url) }
    #expect(throws: FileError.self) { try PendingFolder(for: url).commit() }
  }

  @Test("a folder appears at its name when it is committed, and not before")
  func folder() throws {
    let scratch = try Scratch()
    let url = scratch.url.appendingPathComponent("unit")
    let pending = try PendingFolder(for: url)
    try pending.write([1, 2], as: "a")
    #expect(!FileManager.default.fileExists(atPath: url.path))
    try pending.commit()
    #expect(scratch.names == ["unit"])
    #expect(try RawFile(reading: url.appendingPathComponent("a"), limit: 9).bytes == [1, 2])
  }

  @Test("a committed folder replaces an earlier one whole")
  func replacesFolder() throws {
    let scratch = try Scratch()
    let url = scratch.url.appendingPathComponent("unit")
    for name in ["a", "b"] {
      let pending = try PendingFolder(for: url)
      try pending.write([7], as: name)
      try pending.commit()
    }
    #expect(scratch.names == ["unit"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: url.path) == ["b"])
  }

  @Test("a folder that is not committed is removed, and one that cannot be is refused")
  func discards() throws {
    let scratch = try Scratch()
    let url = scratch.url.appendingPathComponent("unit")
    func fill() throws(FileError) {
      let pending = try PendingFolder(for: url)
      try pending.write([1], as: "a")
    }
    try fill()
    #expect(scratch.names == [])
    try AtomicFile.write("in the way", to: url)
    func commit() throws(FileError) {
      let pending = try PendingFolder(for: url)
      try pending.commit()
    }
    #expect(throws: FileError.unwritable(path: url.path, code: ENOTDIR)) { try commit() }
    #expect(try text(url) == "in the way")
    #expect(scratch.names == ["unit"])
  }
}
