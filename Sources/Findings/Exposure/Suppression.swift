/// Which groups may be shown, so that neither they nor what they leave over shows fewer than ``least`` subjects.
///
/// Groups under the limit are left out. Where those left out are together fewer, they could be read off the total, so the
/// smallest shown group is left out too, until they are enough (secondary suppression). Then each two attributes are
/// set against each other: where groups of one lie within groups of another and leave fewer over, the later attribute is
/// left out whole.
///
/// All that sums over the groups of two attributes give is sums over unions of groups of one less unions within them of
/// the other, so that looking at those is enough: coefficients a of one and -b of the other that add up to 0 or 1 on
/// each subject are a sum over thresholds t of such differences, {a >= t} less {b >= t}.
///
/// - Source: Hundepool et al., "Statistical Disclosure Control", Wiley 2012, chapter 4, for both kinds of suppression.
public struct Suppression: Equatable, Sendable {
  /// Fewer subjects are never shown.
  public static let least = 10

  /// Whether each group of each partition may be shown.
  public let shown: [[Bool]]

  /// - Parameter partitions: of the same subjects, the most important first.
  public init(_ partitions: [Partition]) {
    var shown: [[Bool]] = []
    for (index, partition) in partitions.enumerated() {
      var own = Self.alone(Self.sizes(partition))
      let isSafe = (0..<index).allSatisfy { earlier in
        let pair = (Self.merged(partitions[earlier], shown[earlier]), Self.merged(partition, own))
        return Self.holds(pair.0, within: pair.1) && Self.holds(pair.1, within: pair.0)
      }
      if !isSafe { own = own.map { _ in false } }
      shown.append(own)
    }
    self.shown = shown
  }

  static func sizes(_ partition: Partition) -> [Int] {
    var sizes = [Int](repeating: 0, count: partition.names.count)
    for group in partition.groupOfSubject { sizes[group] += 1 }
    return sizes
  }

  /// One attribute by itself.
  private static func alone(_ sizes: [Int]) -> [Bool] {
    var shown = sizes.map { $0 >= least }
    func hidden() -> Int { sizes.indices.reduce(0) { $0 + (shown[$1] ? 0 : sizes[$1]) } }
    while shown.contains(false), hidden() < least {
      let candidates = sizes.indices.filter { shown[$0] }
      guard let smallest = candidates.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) else { break }
      shown[smallest] = false
    }
    return shown
  }

  /// Each subject's shown group; those left out are one group, as the total gives their sum.
  private static func merged(_ partition: Partition, _ shown: [Bool]) -> [Int] {
    var place = [Int](repeating: -1, count: shown.count)
    for (index, group) in shown.indices.filter({ shown[$0] }).enumerated() { place[group] = index + 1 }
    return partition.groupOfSubject.map { max(place[$0], 0) }
  }

  /// Whether each union of outer groups, less the inner groups that lie within it, is nobody or enough.
  private static func holds(_ inner: [Int], within outer: [Int]) -> Bool {
    let counts = ((outer.max() ?? 0) + 1, (inner.max() ?? 0) + 1)
    var outerSizes = [Int](repeating: 0, count: counts.0)
    var innerSizes = [Int](repeating: 0, count: counts.1)
    var touches = [Int](repeating: 0, count: counts.1)
    for (out, within) in zip(outer, inner) {
      outerSizes[out] += 1
      innerSizes[within] += 1
      touches[within] |= 1 << out
    }
    return (1..<1 << counts.0).allSatisfy { union in
      var left = 0
      for group in 0..<counts.0 where union >> group & 1 == 1 { left += outerSizes[group] }
      for group in 0..<counts.1 where touches[group] & ~union == 0 { left -= innerSizes[group] }
      return left == 0 || left >= least
    }
  }
}
