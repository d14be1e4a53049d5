/// The figures of a pool in each replicate of the clustered bootstrap, thresholds chosen anew.
///
/// A replicate weighs a (target, record) pair by the count of its complementary pair times that of its subject. A
/// target whose members or non-members all have weight 0 is left out of that replicate's mean; where that leaves
/// nothing, the replicate's figure is NaN and no interval counts it.
///
/// - Cost: O(replicates K N) time, one linear pass each over the targets' orders and over the pooled one.
struct Replicates: Equatable, Sendable {
  /// Mean areas over targets, one a replicate.
  private(set) var auc: [Double]
  /// For each pooled limit the true-positive rates, one a replicate.
  private(set) var tpr: [[Double]]
  /// For each target and each of its limits (target after target) the true-positive rates, one a replicate.
  private(set) var targetTPR: [[Double]]

  /// - Parameters:
  ///   - order: the pool's.
  ///   - draws: of its pairs and subjects.
  ///   - pooledLimits: false-positive rates of all pairs, ascending; none skips that pass.
  ///   - targetLimits: false-positive rates of each target, ascending.
  init(of order: PoolOrder, draws: BootstrapDraws, pooledLimits: [Double], targetLimits: [Double]) {
    precondition(draws.pairs == order.pairs && draws.subjects == order.subjectBound, "the draws are of another pool")
    auc = [Double](repeating: .nan, count: draws.replicates)
    tpr = pooledLimits.map { _ in [Double](repeating: .nan, count: draws.replicates) }
    targetTPR = (0..<order.models * targetLimits.count).map { _ in [Double](repeating: .nan, count: draws.replicates) }
    for replicate in 0..<draws.replicates {
      let weights = Weights(order: order, draws: draws, replicate: replicate)
      let totals = addTargets(order, weights, limits: targetLimits, replicate)
      if !pooledLimits.isEmpty { addPooled(order, weights, totals, limits: pooledLimits, replicate) }
    }
  }

  /// The counts of one replicate, by record and by complementary pair.
  private struct Weights {
    let records: [UInt16]
    let pairs: [UInt16]
    /// Their sum over records.
    let total: Int

    init(order: PoolOrder, draws: BootstrapDraws, replicate: Int) {
      let counts = draws.subjectCounts(of: replicate)
      let records = counts.withUnsafeBufferPointer { counts in order.subjects.map { counts[$0] } }
      self.records = records
      pairs = Array(draws.pairCounts(of: replicate))
      total = records.reduce(0) { $0 + Int($1) }
    }
  }

  /// Adds the mean area and the targets' rates; returns the weight of all members and of all non-members.
  private mutating func addTargets(
    _ order: PoolOrder, _ weights: Weights, limits: [Double], _ replicate: Int
  ) -> (members: Int, nonMembers: Int) {
    var sum = 0.0
    var defined = 0
    var totals = (members: 0, nonMembers: 0)
    var found = [Int](repeating: 0, count: limits.count)
    for target in 0..<order.models {
      let nonMembers = Self.nonMemberWeight(order, weights, target)
      let members = weights.total - nonMembers
      let pair = Int(weights.pairs[order.clusters[target]])
      totals.members += pair * members
      totals.nonMembers += pair * nonMembers
      guard members > 0, nonMembers > 0, pair > 0 || !limits.isEmpty else { continue }
      let allowed = limits.map { ROC.allowed($0, of: nonMembers) } + [Int.max]
      let range = target * order.records..<(target + 1) * order.records
      let pass = order.targetEntries.withUnsafeBufferPointer { entries in
        weights.records.withUnsafeBufferPointer { records in
          allowed.withUnsafeBufferPointer { allowed in
            found.withUnsafeMutableBufferPointer { found in
              let own = UnsafeBufferPointer(rebasing: entries[range])
              return order.orders[target].hasTies
                ? ReplicatePass.target(own, weights: records, allowed: allowed, found: found)
                : UntiedPass.target(own, weights: records, allowed: allowed, found: found)
            }
          }
        }
      }
      for slot in limits.indices {
        let tp = slot < pass.passed ? found[slot] : pass.tp
        targetTPR[target * limits.count + slot][replicate] = Double(tp) / Double(members)
      }
      sum += Double(pair) * (Double(pass.twice) / (2 * Double(members) * Double(nonMembers)))
      defined += pair
    }
    if defined > 0 { auc[replicate] = sum / Double(defined) }
    return totals
  }

  private static func nonMemberWeight(_ order: PoolOrder, _ weights: Weights, _ target: Int) -> Int {
    order.nonMemberMasks.withUnsafeBufferPointer { masks in
      weights.records.withUnsafeBufferPointer { weights in
        let first = target * weights.count
        var sum: UInt32 = 0
        for record in 0..<weights.count { sum &+= UInt32(weights[record] & masks[first &+ record]) }
        return Int(sum)
      }
    }
  }

  /// Adds the pooled rates.
  private mutating func addPooled(
    _ order: PoolOrder, _ weights: Weights, _ totals: (members: Int, nonMembers: Int), limits: [Double],
    _ replicate: Int
  ) {
    guard totals.members > 0, totals.nonMembers > 0 else { return }
    let allowed = limits.map { ROC.allowed($0, of: totals.nonMembers) } + [Int.max]
    var found = [Int](repeating: totals.members, count: limits.count)
    order.pooledEntries.withUnsafeBufferPointer { entries in
      order.pooledPairs.withUnsafeBufferPointer { pairs in
        weights.records.withUnsafeBufferPointer { records in
          weights.pairs.withUnsafeBufferPointer { pairWeights in
            allowed.withUnsafeBufferPointer { allowed in
              found.withUnsafeMutableBufferPointer { found in
                let pass = order.hasPooledTies ? ReplicatePass.pooled : UntiedPass.pooled
                pass(entries, pairs, records, pairWeights, allowed, found)
              }
            }
          }
        }
      }
    }
    for slot in limits.indices { tpr[slot][replicate] = Double(found[slot]) / Double(totals.members) }
  }
}
