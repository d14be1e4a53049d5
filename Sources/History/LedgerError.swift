/// Why a ledger is not read or written.
public enum LedgerError: Error, Equatable, CustomStringConvertible {
  case missing(path: String)
  case exists(path: String)
  /// A file that is no ledger at all.
  case notALedger(path: String)
  case otherVersion(path: String, found: Int, known: Int)
  /// The spending would pass the cap; nothing was written.
  case overspent(path: String, reached: Double, epsilon: Double, spent: Double)
  /// Another process held the ledger for too long.
  case busy(path: String)
  case broken(path: String, reason: String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): there is no ledger: open one with 'rollcall budget open'"
    case .exists(let path): "\(path): there is a file already: give the new ledger another name"
    case .notALedger(let path): "\(path): this is no ledger of a privacy budget"
    case .otherVersion(let path, let found, let known):
      """
      \(path): the ledger has version \(found), and this program knows version \(known): use the program that wrote it
      """
    case .overspent(let path, let reached, let epsilon, let spent):
      """
      \(path): this would raise epsilon from \(spent) to \(reached), above the budget's \(epsilon): nothing was spent; \
      use more noise or fewer steps
      """
    case .busy(let path): "\(path): another process is writing to the ledger: try again when it is done"
    case .broken(let path, let reason): "\(path): the ledger cannot be used: \(reason)"
    }
  }
}
