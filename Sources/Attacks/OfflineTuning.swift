import Maths
import Study

/// Finds the offline constant `a` by attacking a reference in the target's stead.
///
/// The attacker knows which records the mock target trained on, since it is a model of his own. It is the model two
/// places after the target, cyclically; its references are the target's without the mock and the mock's complement, so
/// the design gives nothing away. The `a` of the highest AUC wins; the target's membership is not looked at.
struct OfflineTuning {
  /// In 0...1.
  let best: Double

  /// The customary value where nothing is known; it wins ties.
  static let usual = 0.3
  /// 0 to 1 by 0.1, the usual value first, then by distance from it, so that equal AUCs keep the nearest.
  static let grid = [0.3, 0.2, 0.4, 0.1, 0.5, 0, 0.6, 0.7, 0.8, 0.9, 1]
  /// The mock, its complement, and a pair that leaves one reference outside for each record.
  static let needed = 4

  init(_ evidence: Evidence) throws(AttackError) {
    let place = (evidence.index + 2) % evidence.models
    guard evidence.references.count >= Self.needed, let mock = evidence.references.first(where: { $0.index == place })
    else { throw .tooFewReferences(record: 0, found: evidence.references.count, needed: Self.needed) }
    let others = evidence.references.filter { $0.index != place && $0.index != Membership.complement(of: place) }
    let outside = try ReferenceMeans(others, records: evidence.records).records(trained: false)
    var best = Self.usual
    var highest = -1.0
    for a in Self.grid {
      let expected = RMIAOffline.expected(outside, a: a)
      let ratios = try RatioRanking.ratios(mock.observation.confidence, over: expected).allFinite()
      let area = Self.area(ratios, membership: mock.membership)
      if area > highest { (best, highest) = (a, area) }
    }
    self.best = best
  }

  /// The area under the curve: the share of (member, outsider) pairs in the right order, ties counting one half.
  ///
  /// In whole half-pairs, so that equal orders give equal areas; 0 where one side is empty. No score is NaN.
  static func area(_ scores: [Double], membership: [Bool]) -> Double {
    var members: [Double] = []
    var outsiders: [Double] = []
    for (score, isMember) in zip(scores, membership) {
      if isMember { members.append(score) } else { outsiders.append(score) }
    }
    guard !members.isEmpty, !outsiders.isEmpty else { return 0 }
    members = members.sortedByBits()
    outsiders = outsiders.sortedByBits()
    var below = 0
    var upTo = 0
    var halves = 0
    for member in members {
      while below < outsiders.count, outsiders[below] < member { below += 1 }
      while upTo < outsiders.count, outsiders[upTo] <= member { upTo += 1 }
      halves += below + upTo
    }
    return Double(halves) / Double(2 * members.count * outsiders.count)
  }
}
