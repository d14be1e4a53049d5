public import Foundation
import GRDB
import Privacy

/// A total of privacy and all that was spent of it, in one SQLite file.
///
/// Every spending is composed with all before it by the loss accountant and refused if it passed the cap. Reading,
/// judging and writing are one transaction that keeps other writers out from its start, so two processes cannot both
/// spend what is left once; SQLite's journal undoes what a killed process had half written.
public struct BudgetLedger: Sendable {
  private let path: String
  private let database: DatabaseQueue

  /// Seconds to wait for another process.
  private static let patience = 120.0

  /// Makes a ledger.
  ///
  /// - Parameters:
  ///   - url: Where there is no file yet.
  ///   - epsilon: The cap, above 0.
  ///   - delta: Above 0 and below 1.
  /// - Throws: ``LedgerError``, or `PrivacyError` for a budget that cannot be.
  public static func open(_ url: URL, epsilon: Double, delta: Double) throws {
    guard epsilon > 0, epsilon.isFinite else {
      throw PrivacyError.outOfRange(name: "epsilon", value: epsilon, needed: "a finite number above 0")
    }
    guard delta > 0, delta < 1 else {
      throw PrivacyError.outOfRange(name: "delta", value: delta, needed: "above 0 and below 1")
    }
    let path = url.path
    guard !FileManager.default.fileExists(atPath: path) else { throw LedgerError.exists(path: path) }
    // Made under another name and linked when whole: of several processes one succeeds, and a killed one leaves no half.
    let draft = url.appendingPathExtension("new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: draft) }
    try LedgerError.translating(path) {
      let queue = try connection(to: draft)
      try LedgerSchema.make(in: queue, epsilon: epsilon, delta: delta)
      try queue.close()
    }
    guard link(draft.path, path) == 0 else {
      throw errno == EEXIST
        ? LedgerError.exists(path: path) : LedgerError.broken(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Opens a ledger that was made before.
  ///
  /// - Throws: ``LedgerError`` where there is none, or one of another version.
  public init(_ url: URL) throws {
    let path = url.path
    guard FileManager.default.fileExists(atPath: path) else { throw LedgerError.missing(path: path) }
    self.path = path
    database = try LedgerError.translating(path) {
      let queue = try Self.connection(to: url)
      try LedgerSchema.check(queue, path: path)
      return queue
    }
  }

  private static func connection(to url: URL) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // What is entered is on the disk before it counts as spent.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return try DatabaseQueue(path: url.path, configuration: configuration)
  }

  /// Enters a spending, or refuses it.
  ///
  /// - Throws: ``LedgerError/overspent(path:reached:epsilon:spent:)`` where it would pass the cap; `PrivacyError` for a
  ///   mechanism that cannot be.
  @discardableResult
  public func spend(_ spending: Spending) throws -> LedgerStatus {
    try LedgerError.translating(path) {
      var status: LedgerStatus?
      try database.inTransaction(.immediate) { database in
        let before = try LedgerSchema.status(database)
        let entries = try LedgerSchema.entries(database)
        let releases = try entries.map { try $0.release(path: path) } + [spending.release]
        let reached = try LossAccountant(releases).epsilon(delta: before.delta).pessimistic
        guard reached <= before.epsilon else {
          throw LedgerError.overspent(path: path, reached: reached, epsilon: before.epsilon, spent: before.spent)
        }
        try LedgerSchema.insert(spending, number: entries.count + 1, epsilon: reached, into: database)
        status = LedgerStatus(
          epsilon: before.epsilon, delta: before.delta, spent: reached, entries: entries.count + 1)
        return .commit
      }
      guard let status else { throw LedgerError.broken(path: path, reason: "nothing was written") }
      return status
    }
  }

  public func status() throws -> LedgerStatus {
    try LedgerError.translating(path) { try database.read(LedgerSchema.status) }
  }

  /// All entries, the first first.
  public func entries() throws -> [LedgerEntry] {
    try LedgerError.translating(path) { try database.read(LedgerSchema.entries) }
  }
}
