import Findings
import Study

/// A threshold that is a number of the results: of the undefended targets, the one that leaks most for certain.
///
/// One of the flags is true.
struct OwnThreshold: Page {
  let leakUpper: Bool
  let groupUpper: Bool
  let nullUpper: Bool
  let accuracyLower: Bool
  let quotaYield: Bool
  /// With its unit.
  let number: String
  let rate: String
  /// Queries a day.
  let quota: String
  /// The likely share of members among those asked about; null where no prior is stated.
  let prior: String?
  /// Which target it is of; null where it is of all.
  let target: CellName?

  /// Nothing where the results do not hold it.
  init?(_ derivation: Monitoring.Derivation, findings: Findings, labels: Labels) {
    let done = findings.results.cells.filter { $0.status == .done }
    let open = done.filter { $0.defence == Labels.undefended }
    let cell = (open.isEmpty ? done : open).max { Self.low($0) < Self.low($1) }
    let point = cell?.headline?.headline?.printed
    let queries = findings.guidance?.monitoring.quota ?? 0
    let share = findings.assessment.engagement?.prior?.share.likely
    let told: String? =
      switch derivation {
      case .leakUpper: point.map { NumberStyle.percent($0.high) }
      case .groupUpper:
        cell?.exposure?.partitions.flatMap(\.groups).map(\.found.high).max().map { NumberStyle.percent($0) }
      case .nullUpper:
        done.flatMap(\.attacks).compactMap(\.null?.auc.high).filter { !$0.isNaN }.max()
          .map { NumberStyle.fixed($0, decimals: 3) }
      case .accuracyLower: (cell?.utility?.accuracy.low).map { NumberStyle.percent($0) }
      case .quotaYield:
        point.map { NumberStyle.count(Int(($0.value * Double(queries) * (share ?? 1)).rounded())) }
      }
    guard let told, told != NumberStyle.undefined else { return nil }
    number = told
    rate = point.map { NumberStyle.rate($0.fprLimit) } ?? ""
    quota = NumberStyle.count(queries)
    prior = share.map { NumberStyle.percent($0, decimals: $0 < 0.1 ? 1 : 0) }
    target = derivation == .nullUpper ? nil : cell.map { CellName($0, labels: labels) }
    leakUpper = derivation == .leakUpper
    groupUpper = derivation == .groupUpper
    nullUpper = derivation == .nullUpper
    accuracyLower = derivation == .accuracyLower
    quotaYield = derivation == .quotaYield
  }

  private static func low(_ cell: CellResult) -> Double {
    let low = cell.headline?.headline?.printed?.low ?? -1
    return low.isNaN ? -1 : low
  }
}
