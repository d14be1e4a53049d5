import Foundation
import GRDB
import History
import Privacy
import Testing

@Suite("A ledger of a privacy budget")
final class BudgetLedgerTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var url: URL { folder.appendingPathComponent("budget.sqlite") }

  private func spending(_ noise: Double, _ stage: String = "counts") -> Spending {
    Spending(stage: stage, release: Release(.gaussian(noise: noise, rate: 1)), time: "2026-01-02T03:04:05Z")
  }

  private func opened() throws -> BudgetLedger {
    try BudgetLedger.open(url, epsilon: 2, delta: 1e-6)
    return try BudgetLedger(url)
  }

  @Test("adds up by composition and keeps every entry")
  func spends() throws {
    let ledger = try opened()
    #expect(try ledger.status() == LedgerStatus(epsilon: 2, delta: 1e-6, spent: 0, entries: 0))
    try ledger.spend(spending(5))
    let status = try ledger.spend(spending(5, "sums"))
    let exact = try GaussianMechanism(noise: 5 / 2.0.squareRoot()).epsilon(delta: 1e-6)
    #expect(abs(status.spent / exact - 1) < 1e-12 && abs(status.left - (2 - exact)) < 1e-12)
    let again = try BudgetLedger(url)
    #expect(try again.status() == status)
    #expect(try again.entries().map(\.stage) == ["counts", "sums"])
    #expect(try again.entries().map(\.number) == [1, 2])
    #expect(try again.entries()[0].time == "2026-01-02T03:04:05Z")
  }

  @Test("refuses what would pass the cap, and is as it was")
  func refuses() throws {
    let ledger = try opened()
    try ledger.spend(spending(4))
    let before = try ledger.status()
    #expect(throws: LedgerError.self) { try ledger.spend(spending(1)) }
    #expect(throws: PrivacyError.self) { try ledger.spend(spending(-1)) }
    #expect(try ledger.status() == before)
    #expect(try ledger.entries().count == 1)
    // What is left can still be spent.
    try ledger.spend(spending(50))
  }

  @Test("is not made over a file, nor found where there is none")
  func places() throws {
    #expect(throws: LedgerError.missing(path: url.path)) { try BudgetLedger(url) }
    _ = try opened()
    #expect(throws: LedgerError.exists(path: url.path)) { try BudgetLedger.open(url, epsilon: 1, delta: 1e-6) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["budget.sqlite"])
    #expect(throws: PrivacyError.self) {
      try BudgetLedger.open(folder.appendingPathComponent("x"), epsilon: -1, delta: 1e-6)
    }
  }

  @Test("of another version is refused, as are other files")
  func versions() throws {
    _ = try opened()
    try DatabaseQueue(path: url.path).write { try $0.execute(sql: "PRAGMA user_version = 7") }
    #expect(throws: LedgerError.otherVersion(path: url.path, found: 7, known: 1)) { try BudgetLedger(url) }
    let other = folder.appendingPathComponent("other.sqlite")
    try DatabaseQueue(path: other.path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: LedgerError.notALedger(path: other.path)) { try BudgetLedger(other) }
    let text = folder.appendingPathComponent("notes.txt")
    try Data(repeating: 65, count: 5_000).write(to: text)
    #expect(throws: LedgerError.notALedger(path: text.path)) { try BudgetLedger(text) }
    #expect(throws: LedgerError.self) { try BudgetLedger(folder) }
  }

  @Test("that was cut short is refused")
  func damaged() throws {
    let ledger = try opened()
    try ledger.spend(spending(10))
    let bytes = try Data(contentsOf: url)
    let cut = folder.appendingPathComponent("cut.sqlite")
    for length in [100, 4_096, bytes.count - 1_000] {
      try bytes.prefix(length).write(to: cut)
      #expect(throws: LedgerError.self) { try BudgetLedger(cut).entries() }
    }
  }

  /// Writes entries inside a transaction until SQLite has to put some into the file, then kills itself.
  private static let writer = """
    import os, signal, sqlite3, sys
    c = sqlite3.connect(sys.argv[1], isolation_level=None)
    c.execute("PRAGMA cache_size = 1")
    c.execute("BEGIN IMMEDIATE")
    for n in range(2, 4000):
        c.execute("INSERT INTO entry VALUES (?, 't', 's', 'gaussian', 1.0, 1.0, 1, 1.9)", (n,))
    print(os.path.getsize(sys.argv[1]), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
    """

  @Test("undoes what a process had written when it was killed in the middle")
  func killed() throws {
    let ledger = try opened()
    try ledger.spend(spending(10))
    let before = try ledger.entries()
    let small = try Data(contentsOf: url).count
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.writer, url.path]
    process.standardOutput = pipe
    try process.run()
    let told = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL)
    let size = try #require(Int(told.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(size > small, "the writer had not written yet")
    #expect(FileManager.default.fileExists(atPath: url.path + "-journal"))
    let again = try BudgetLedger(url)
    #expect(try again.entries() == before)
    try again.spend(spending(10))
    #expect(try again.entries().count == 2)
  }
}
