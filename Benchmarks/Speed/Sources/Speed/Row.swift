/// Work that is timed, beside a peer or for its own sake.
///
/// A new one is a file and a line in ``rows``; a peer of it is a script in `Peers/` and a line in `beside-peers`.
protocol Row: Sendable {
  /// As given on the command line.
  static var name: String { get }
  /// One thread; what is made beforehand is not counted.
  static func timings() async throws -> [Timing]
}

/// Every row.
let rows: [any Row.Type] = [
  LiRARow.self, RMIARow.self, BootstrapRow.self, FigureRow.self, PrivacyRow.self, NetworksRow.self,
  FamiliesRow.self, LogisticRow.self, ProductsRow.self, WorkersRow.self,
]

/// How long one piece of work takes.
struct Timing: Encodable {
  let work: String
  /// Seconds of the processor, the least of the runs: what other processes take does not count.
  let cpu: Double
  /// Seconds of the clock, the least of the runs.
  let wall: Double
  let runs: Int
}
