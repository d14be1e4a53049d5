import Foundation
import Testing

@Suite("A fault leaves earlier results untouched")
struct FaultTests {
  /// A program with one finished run in `out`, and the bytes of that run.
  private func finished() throws -> (Program, String, [String: Data]) {
    let program = try Program()
    let manifest = try program.write(study(), to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    return (program, manifest, try program.snapshot("out"))
  }

  @Test("when a file-size limit stops the writing")
  func fileSize() throws {
    let (program, manifest, before) = try finished()
    let end = try program.run("run", manifest, "--output", "out", "--store", "store", shell: "ulimit -f 16")
    #expect(end.status == 2 && end.errors.contains("cannot be written"), "\(end.status) \(end.errors)")
    #expect(try program.snapshot("out") == before)
  }

  @Test("when the disk is full", .enabled(if: getuid() == 0, "mounting a small disk needs root"))
  func fullDisk() throws {
    let (program, manifest, before) = try finished()
    let disk = program.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try #require(shell("mount -t tmpfs -o size=700k tmpfs '\(disk)'") == 0)
    defer { _ = shell("umount '\(disk)'") }
    try #require(shell("cp -r '\(program.path("out"))/results.json' '\(disk)/' && mkdir '\(disk)/store'") == 0)
    let end = try program.run("run", manifest, "--output", "\(disk)", "--store", "\(disk)/store")
    #expect(end.status == 2 && end.errors.contains("free some space"), "\(end.status) \(end.errors)")
    #expect(try program.read("disk/results.json") == before["/results.json"])
    #expect(!FileManager.default.fileExists(atPath: "\(disk)/.staging"))
  }

  @Test("when a dataset was altered, cut short or is gone")
  func datasets() throws {
    let (program, manifest, before) = try finished()
    let source = Program.root.appendingPathComponent("Benchmarks/Datasets")
    for (name, change) in [
      ("altered", { (data: Data) in data + Data([0]) }), ("truncated", { (data: Data) in data.prefix(data.count / 2) }),
      ("gone", { (data: Data) in Data() }),
    ] {
      let folder = program.folder.appendingPathComponent("data-\(name)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in ["heart_cleveland.yaml", "heart_cleveland.csv.gz"] {
        try FileManager.default.copyItem(
          at: source.appendingPathComponent(file), to: folder.appendingPathComponent(file))
      }
      let table = folder.appendingPathComponent("heart_cleveland.csv.gz")
      let bytes = change(try Data(contentsOf: table))
      if bytes.isEmpty { try FileManager.default.removeItem(at: table) } else { try bytes.write(to: table) }
      let end = try program.run("run", manifest, "--output", "out", "--store", "store", "--data", folder.path)
      #expect(end.status == 2 && end.errors.contains("heart_cleveland.csv.gz"), "\(name): \(end.errors)")
      #expect(end.errors.split(separator: "\n").count == 1)
      #expect(try program.snapshot("out") == before)
    }
  }

  @Test("when the store has another layout or is another folder")
  func store() throws {
    let (program, manifest, before) = try finished()
    try program.write("{\"layout\": 99}", to: "newer/store.json")
    try program.write("mine", to: "mine/notes.txt")
    for (place, says) in [("newer", "layout 99"), ("mine", "store.json")] {
      let end = try program.run("run", manifest, "--output", "out", "--store", place)
      #expect(end.status == 2 && end.errors.contains(says), "\(end.errors)")
    }
    #expect(try program.snapshot("out") == before)
    #expect(try program.snapshot("mine").count == 1)
  }

  private func shell(_ command: String) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
