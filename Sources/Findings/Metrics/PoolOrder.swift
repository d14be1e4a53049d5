import Study

/// The scores of all targets of a pool, sorted once: per target, and all (target, record) pairs together.
///
/// - Cost: O(K N) time and about 30 bytes a (target, record) pair.
struct PoolOrder: Sendable {
  let models: Int
  let records: Int
  /// The complementary pair, or other cluster, of each target.
  let clusters: [Int]
  let membership: Membership
  /// N subjects in `0..<subjectBound`.
  let subjects: [Int]
  let subjectBound: Int
  /// Per target its records, highest score first: K x N entries.
  let targetEntries: [UInt32]
  /// All pairs, highest score first: K x N entries.
  let pooledEntries: [UInt32]
  /// The complementary pair that each pooled entry's target belongs to.
  let pooledPairs: [UInt16]
  /// Whether two pooled scores are equal.
  let hasPooledTies: Bool
  /// K x N: all bits set for a non-member, none for a member.
  let nonMemberMasks: [UInt16]
  /// Each target's placements, for variances in closed form.
  let placements: [Placements]
  /// Each target's order.
  let orders: [ScoreOrder]

  /// - Parameters:
  ///   - scores: K x N, none NaN.
  ///   - membership: K x N.
  ///   - subjects: N subjects in `0..<subjectBound`.
  ///   - subjectBound: more than any subject.
  ///   - clusters: of each target; nil where 2j and 2j + 1 are a pair.
  init(
    scores: [[Double]], membership: Membership, subjects: [Int], subjectBound: Int, clusters: [Int]? = nil
  ) {
    precondition(clusters.map { $0.count == scores.count } ?? true, "each target needs a cluster")
    let clusters = clusters ?? scores.indices.map { $0 / 2 }
    self.clusters = clusters
    precondition(scores.count == membership.models && scores.count < 1 << 16, "each target needs its scores")
    precondition(scores.allSatisfy { $0.count == membership.records }, "each record needs a score")
    precondition(subjects.count == membership.records && subjects.allSatisfy { 0..<subjectBound ~= $0 })
    let records = membership.records
    models = scores.count
    self.records = records
    self.membership = membership
    self.subjects = subjects
    self.subjectBound = subjectBound
    orders = scores.map(ScoreOrder.init)
    nonMemberMasks = (0..<scores.count).flatMap { membership.row($0).map { $0 ? 0 : ~0 } }
    var entries: [UInt32] = []
    entries.reserveCapacity(models * records)
    for (target, order) in orders.enumerated() {
      let truths = membership.row(target)
      let first = truths.startIndex
      for (place, isLast) in zip(order.places, order.isLastOfTie) {
        entries.append(Self.entry(record: place, isMember: truths[first + Int(place)], isLastOfTie: isLast))
      }
    }
    targetEntries = entries
    placements = orders.enumerated().map { Placements(truths: Array(membership.row($0)), order: $1) }
    let pooled = ScoreOrder(scores.flatMap { $0 })
    var pairs: [UInt16] = []
    pairs.reserveCapacity(models * records)
    entries.removeAll(keepingCapacity: true)
    for (place, isLast) in zip(pooled.places, pooled.isLastOfTie) {
      let (target, record) = Int(place).quotientAndRemainder(dividingBy: records)
      let isMember = membership.contains(model: target, record: record)
      entries.append(Self.entry(record: UInt32(record), isMember: isMember, isLastOfTie: isLast))
      pairs.append(UInt16(clusters[target]))
    }
    pooledEntries = entries
    pooledPairs = pairs
    hasPooledTies = pooled.hasTies
  }

  /// Complementary pairs of models, or other clusters.
  var pairs: Int { (clusters.max() ?? -1) + 1 }

  /// A record, whether it is a member, and whether the next score is lower, in one word.
  private static func entry(record: UInt32, isMember: Bool, isLastOfTie: Bool) -> UInt32 {
    record << 2 | (isLastOfTie ? 2 : 0) | (isMember ? 1 : 0)
  }
  @inline(__always) static func record(_ entry: UInt32) -> Int { Int(truncatingIfNeeded: entry >> 2) }
  @inline(__always) static func isLastOfTie(_ entry: UInt32) -> Bool { entry & 2 != 0 }
  /// 1 for a member, 0 for a non-member.
  @inline(__always) static func member(_ entry: UInt32) -> Int { Int(truncatingIfNeeded: entry & 1) }

  /// (target, record) pairs by truth.
  var pairCounts: (members: Int, nonMembers: Int) {
    let members = placements.reduce(0) { $0 + $1.members }
    return (members, models * records - members)
  }

  /// Distinct subjects that are members, or non-members, of some target in `targets`.
  func subjectCounts(targets: Range<Int>) -> (members: Int, nonMembers: Int) {
    var isMember = [Bool](repeating: false, count: subjectBound)
    var isNonMember = isMember
    for target in targets {
      for (record, truth) in membership.row(target).enumerated() {
        if truth { isMember[subjects[record]] = true } else { isNonMember[subjects[record]] = true }
      }
    }
    return (isMember.count { $0 }, isNonMember.count { $0 })
  }

  /// Mean over the targets that have members and non-members of the area; NaN where none has.
  var auc: Double {
    let defined = placements.map(\.auc).filter { !$0.isNaN }
    return defined.reduce(0, +) / Double(defined.count)
  }
}
