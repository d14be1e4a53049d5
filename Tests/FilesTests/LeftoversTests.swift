import Files
import Foundation
import Testing

@Suite("What killed writers left behind") struct LeftoversTests {
  /// A number that no process has: that of a child which has ended and was waited for.
  private func goneProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  @Test("is swept, file or folder, and nothing else is")
  func sweep() throws {
    let scratch = try Scratch()
    let gone = try goneProcess()
    let own = getpid()
    let kept = [
      ".rollcall-\(own)-0.tmp", "rollcall-\(gone)-0.tmp", ".rollcall-\(gone)-x.tmp", ".rollcall--1-0.tmp", "a",
    ]
    for name in kept + [".rollcall-\(gone)-3.tmp"] {
      try AtomicFile.write("x", to: scratch.url.appendingPathComponent(name))
    }
    let folder = scratch.url.appendingPathComponent(".rollcall-\(gone)-4.tmp")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try AtomicFile.write("x", to: folder.appendingPathComponent("signal.npy"))
    Leftovers.sweep(scratch.url)
    #expect(Set(scratch.names) == Set(kept))
    Leftovers.sweep(scratch.url.appendingPathComponent("absent"))
  }

  @Test("stays where its writer, somewhere else, still holds it")
  func held() throws {
    let scratch = try Scratch()
    let path = scratch.url.appendingPathComponent(".rollcall-\(try goneProcess())-0.tmp").path
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    #expect(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
    Leftovers.sweep(scratch.url)
    #expect(scratch.names.count == 1)
    close(descriptor)
    Leftovers.sweep(scratch.url)
    #expect(scratch.names.isEmpty)
  }

  @Test("is not a folder that is being filled")
  func pending() throws {
    let scratch = try Scratch()
    let pending = try PendingFolder(for: scratch.url.appendingPathComponent("unit"))
    try pending.write([1], as: "a")
    Leftovers.sweep(scratch.url)
    try pending.commit()
    #expect(scratch.names == ["unit"])
  }
}
