import Maths
import Synchronization

/// The sums of phi over all models of a pool, and what is left of them without a target's pair.
///
/// Made when first asked for. What is left without a pair serves both of its models, which come one after the other; the
/// last one is kept. It is the same whoever computes it, so nothing but time depends on what is kept.
final class PoolSums: Sendable {
  /// Both sides' moments without some models.
  struct Rest: Sendable {
    let leftOut: [Int]
    let outside: SideMoments
    let inside: SideMoments
  }

  private let all: Lazy<SideSums>
  private let last = Mutex<Rest?>(nil)

  init(_ make: @escaping @Sendable () -> SideSums) { all = Lazy(make) }

  /// Nil where a model of the pool says no finite number, so that no sum can be made.
  func phiMoments(target: [Double], leavingOut leftOut: [Reference]) -> PhiMoments? {
    let sums = all.value
    guard sums.firstNotFinite == nil else { return nil }
    let places = leftOut.map(\.index).sorted()
    let kept = last.withLock { $0?.leftOut == places ? $0 : nil }
    let rest = kept ?? Self.rest(of: sums, leftOut, places)
    if kept == nil { last.withLock { $0 = rest } }
    return PhiMoments(target: sums.onGrid(target), outside: rest.outside, inside: rest.inside)
  }

  private static func rest(of sums: SideSums, _ leftOut: [Reference], _ places: [Int]) -> Rest {
    let (outside, inside) = sums.moments(
      without: leftOut.map(\.observation.phi), trained: leftOut.map(\.membership))
    return Rest(leftOut: places, outside: outside, inside: inside)
  }
}
