import GRDB
import Privacy

/// The tables of a ledger.
enum LedgerSchema {
  /// "RcPb", which marks the file as ours.
  private static let application = 0x5263_5062
  /// Of the tables; a change that an older program would misread raises it.
  static let version = 1

  static func make(in queue: DatabaseQueue, epsilon: Double, delta: Double) throws {
    try queue.inTransaction(.immediate) { database in
      try database.execute(
        sql: """
          CREATE TABLE budget (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            epsilon REAL NOT NULL CHECK (epsilon > 0),
            delta REAL NOT NULL CHECK (delta > 0 AND delta < 1)
          ) STRICT;
          CREATE TABLE entry (
            number INTEGER PRIMARY KEY,
            time TEXT NOT NULL,
            stage TEXT NOT NULL,
            mechanism TEXT NOT NULL CHECK (mechanism IN ('gaussian', 'laplace')),
            noise REAL NOT NULL CHECK (noise > 0),
            rate REAL NOT NULL CHECK (rate > 0 AND rate <= 1),
            steps INTEGER NOT NULL CHECK (steps > 0),
            epsilon REAL NOT NULL
          ) STRICT;
          PRAGMA application_id = \(application);
          PRAGMA user_version = \(version);
          """)
      try database.execute(
        sql: "INSERT INTO budget (id, epsilon, delta) VALUES (1, ?, ?)", arguments: [epsilon, delta])
      return .commit
    }
  }

  /// Refuses what is no ledger, and a ledger of another version.
  static func check(_ queue: DatabaseQueue, path: String) throws {
    try queue.read { database in
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard application == Self.application else { throw LedgerError.notALedger(path: path) }
      guard found == version else { throw LedgerError.otherVersion(path: path, found: found, known: version) }
      guard try String.fetchOne(database, sql: "PRAGMA quick_check") == "ok" else {
        throw LedgerError.broken(path: path, reason: "the file is damaged")
      }
    }
  }

  static func status(_ database: Database) throws -> LedgerStatus {
    guard let row = try Row.fetchOne(database, sql: "SELECT epsilon, delta FROM budget") else {
      throw DatabaseError(message: "the budget is missing")
    }
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0
    let spent = try Double.fetchOne(database, sql: "SELECT epsilon FROM entry ORDER BY number DESC LIMIT 1") ?? 0
    return LedgerStatus(epsilon: row["epsilon"], delta: row["delta"], spent: spent, entries: count)
  }

  static func entries(_ database: Database) throws -> [LedgerEntry] {
    try Row.fetchAll(database, sql: "SELECT * FROM entry ORDER BY number").map { row in
      LedgerEntry(
        number: row["number"], time: row["time"], stage: row["stage"], mechanism: row["mechanism"],
        noise: row["noise"], rate: row["rate"], steps: row["steps"], epsilon: row["epsilon"])
    }
  }

  static func insert(
    _ spending: Spending, number: Int, epsilon: Double, into database: Database
  ) throws {
    let mechanism = spending.release.mechanism
    try database.execute(
      sql: """
        INSERT INTO entry (number, time, stage, mechanism, noise, rate, steps, epsilon)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, spending.time, spending.stage, mechanism.name, mechanism.noise, mechanism.rate,
        spending.release.steps, epsilon,
      ])
  }
}
