import Findings
import Foundation
import Study

/// How a client's set of models was drawn, as far as memberships tell, and what follows for references.
struct ReferenceDesign: Sendable {
  let rule: ReferenceRule
  /// For each target what it is redrawn with, dense from 0: its complement, or itself alone.
  let clusters: [Int]
  /// Whether all models are targets, in complementary pairs.
  let isPool: Bool
  let note: String
  let warnings: [String]
  /// The mean area of the number of references trained on a record.
  private let area: Double
  private let isLeak: Bool

  /// Whether the design by itself tells who is a member.
  func line(cell: String) -> CheckFigure {
    CheckFigure(
      cell: cell, attack: nil, quantity: .auc, value: area, low: .nan, high: .nan, p: .nan, failed: isLeak)
  }

  /// An area this far from 0.5 is warned of, if chance does not explain it.
  private static let smallestLeak = 0.05
  /// Deviations: one set in 15,000 by chance.
  private static let reach = 4.0

  /// - Parameter rule: nil for paired where there is a pair, else all, which are the same then.
  init(membership: Membership, rule given: ReferenceRule?, targets: [Int]) {
    let partners = targets.map { membership.trueComplement(of: $0) }
    rule = given ?? .paired
    var clusters: [Int] = []
    var next = 0
    for (place, partner) in partners.enumerated() {
      if let partner, let earlier = targets[..<place].firstIndex(of: partner) {
        clusters.append(clusters[earlier])
      } else {
        clusters.append(next)
        next += 1
      }
    }
    self.clusters = clusters
    let paired = partners.count { $0 != nil }
    isPool = targets == Array(0..<membership.models) && paired == targets.count && rule == .paired
    note =
      paired == 0
      ? "no target has a complement: each learns from all others"
      : rule == .paired
        ? "\(paired) of \(targets.count) targets have a complement, which is no reference of theirs"
        : "\(paired) of \(targets.count) targets have a complement, which is kept as a reference"
    let area = Self.area(ofCountsIn: membership, rule: rule, targets: targets, partners: partners)
    let isLeak = abs(area.value - 0.5) > max(Self.smallestLeak, Self.reach * area.deviation)
    var warnings: [String] = []
    if isLeak {
      warnings.append(
        "how many references were trained on a record tells members from others (AUC "
          + "\(String(format: "%.3f", area.value)) by that number alone), so attacks may find the design and not the "
          + "model"
          + (rule == .all && paired > 0
            ? ": leave complements out with --references paired" : ": draw the models' records independently"))
    } else if rule == .all, paired > 0 {
      warnings.append("complements are kept as references: their memberships give the target's away")
    }
    self.warnings = warnings
    self.area = area.value
    self.isLeak = isLeak
  }

  /// The mean area of the number of references trained on a record, and its deviation if it told nothing.
  private static func area(
    ofCountsIn membership: Membership, rule: ReferenceRule, targets: [Int], partners: [Int?]
  ) -> (value: Double, deviation: Double) {
    var totals = [Int](repeating: 0, count: membership.records)
    for model in 0..<membership.models {
      for (record, truth) in membership.row(model).enumerated() where truth { totals[record] += 1 }
    }
    var (sum, least) = (0.0, Int.max)
    for (target, partner) in zip(targets, partners) {
      let truths = Array(membership.row(target))
      var counts = totals
      for (record, truth) in truths.enumerated() {
        counts[record] -= truth ? 1 : 0
        if rule == .paired, let partner {
          counts[record] -= membership.contains(model: partner, record: record) ? 1 : 0
        }
      }
      sum += ROC(scores: counts.map(Double.init), truths: truths).auc
      let members = truths.count { $0 }
      least = min(least, members, truths.count - members)
    }
    let side = Double(max(1, least))
    return (sum / Double(max(1, targets.count)), ((2 * side + 1) / (12 * side * side)).squareRoot())
  }
}
