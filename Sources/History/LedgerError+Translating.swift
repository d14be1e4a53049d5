import GRDB

extension LedgerError {
  /// Runs `body`; what SQLite has to say is said as one of ours.
  static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw LedgerError.busy(path: path)
      case .SQLITE_NOTADB: throw LedgerError.notALedger(path: path)
      default:
        throw LedgerError.broken(path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
      }
    }
  }
}
