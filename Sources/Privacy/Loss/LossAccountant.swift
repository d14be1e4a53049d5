import Maths

/// Composes privacy losses numerically, by a Fourier transform, between a bound from above and one from below.
///
///     let releases = [Release(.gaussian(noise: 1, rate: 0.01), steps: 10_000)]
///     let epsilon = try LossAccountant(releases).epsilon(delta: 1e-5)  // 6.69...
///
/// What is cut off at the ends of a step's losses, what comes round the transform and what its arithmetic rounds are
/// bounded and counted against both bounds. Removal and addition of a record are composed apart; the larger counts.
///
/// - Cost: For 10,000 steps at an interval of 1e-4 about 0.1 s.
/// - Source: Koskela, Jälkö and Honkela, "Computing tight differential privacy guarantees using FFT", AISTATS 2020;
///   Doroshenko et al., "Connect the dots", PETS 2022.
public struct LossAccountant: Sendable {
  public let releases: [Release]
  /// The width of a cell of losses, nats.
  public let interval: Double

  /// No cell is wider by default.
  public static let widest = 1e-4
  /// Cells of the mean step's deviation: the excess of epsilon is about 1 / (12 cells^2) of it.
  private static let cellsADeviation = 64.0
  /// Cells of one step at most; wider ones serve where a step's losses reach far.
  private static let mostCells = 1_000_000.0
  /// Left out at each end of a step's losses, over all steps: e^-28 of delta.
  private static let spareExponent = 28.0

  /// - Parameter interval: The width of a cell of losses, nats, above 0; chosen by the releases where left out.
  public init(_ releases: [Release], interval: Double? = nil) throws(PrivacyError) {
    try Release.check(releases)
    if let interval, !(interval > 0 && interval <= 1) {
      throw .outOfRange(name: "the interval", value: interval, needed: "above 0 and at most 1")
    }
    self.releases = Self.merged(releases)
    let usual = Self.usualInterval(of: self.releases)
    // However fine a grid is asked for, it must fit into memory.
    self.interval = max(interval ?? usual.best, usual.least)
  }

  /// The bounds on the least epsilon, 0 or more, at this delta.
  public func epsilon(delta: Double) throws(PrivacyError) -> EpsilonBounds {
    try PrivacyError.check(delta: delta)
    if let noise = Release.asOneGaussian(releases) {
      let exact = try GaussianMechanism(noise: noise).epsilon(delta: delta)
      return EpsilonBounds(pessimistic: exact, optimistic: exact)
    }
    var transforms = FourierTransforms()
    let bounds = Self.directions(of: releases).map { self.bounds(in: $0, delta: delta, &transforms) }
    let found = bounds.reduce(0) { max($0, $1.pessimistic) }
    // Where no transform sees anything, at hardly any noise or hardly any sampling, moments still bound.
    let pessimistic = found < .infinity ? found : try RenyiAccountant(releases).epsilon(delta: delta).epsilon
    return EpsilonBounds(
      pessimistic: min(pureEpsilon, pessimistic),
      optimistic: min(pureEpsilon, bounds.reduce(0) { max($0, $1.optimistic) }))
  }

  /// Epsilon at delta 0, by adding up; infinite but for Laplace noise.
  private var pureEpsilon: Double {
    releases.reduce(0) { sum, release in
      guard case .laplace(let scale) = release.mechanism else { return .infinity }
      return sum + Double(release.steps) / scale
    }
  }

  private func bounds(
    in losses: [any PrivacyLoss], delta: Double, _ transforms: inout FourierTransforms
  ) -> EpsilonBounds {
    let exponent = Self.exponent(steps: releases, delta: delta)
    let parts = zip(losses, releases).map { loss, release in
      (cells: LossCells(loss, interval: interval, exponent: exponent), steps: release.steps)
    }
    if parts.count == 1, parts[0].steps == 1 {
      return ComposedLosses(parts[0].cells).bounds(delta: delta)
    }
    return composedBounds(parts, delta: delta, &transforms)
  }

  /// Bounds that differ by less need no second look.
  private static let narrow = 5e-4
  private static let mostLooks = 6

  /// Any tilt gives true bounds: the best of each are kept, and the next tilt lies where they point.
  private func composedBounds(
    _ parts: [(cells: LossCells, steps: Int)], delta: Double, _ transforms: inout FourierTransforms
  ) -> EpsilonBounds {
    let tilts = Tilt(parts)
    var tilt = tilts.best(delta: delta)
    var best = EpsilonBounds(pessimistic: .infinity, optimistic: 0)
    for _ in 0..<Self.mostLooks {
      let found = ComposedLosses(parts, tilt: tilt, transforms: &transforms).bounds(delta: delta)
      let before = best
      best = EpsilonBounds(
        pessimistic: min(best.pessimistic, found.pessimistic), optimistic: max(best.optimistic, found.optimistic))
      // A tilt too far out misses epsilon below its window.
      guard best.pessimistic < .infinity else {
        tilt /= 4
        continue
      }
      let gap = best.pessimistic - best.optimistic
      if gap <= Self.narrow * best.pessimistic || gap > 0.9 * (before.pessimistic - before.optimistic) { break }
      tilt = tilts.centred(at: best.pessimistic)
    }
    return best
  }

  /// Equal mechanisms are one part.
  private static func merged(_ releases: [Release]) -> [Release] {
    var result: [Release] = []
    for release in releases {
      if let place = result.firstIndex(where: { $0.mechanism == release.mechanism }) {
        result[place] = Release(release.mechanism, steps: result[place].steps + release.steps)
      } else {
        result.append(release)
      }
    }
    return result
  }

  /// The losses of each release, in each of the two directions that differ.
  private static func directions(of releases: [Release]) -> [[any PrivacyLoss]] {
    let isSymmetric = releases.allSatisfy { release in
      if case .gaussian(_, let rate) = release.mechanism { rate == 1 } else { true }
    }
    return (isSymmetric ? [true] : [true, false]).map { isRemoval in
      releases.map { $0.mechanism.loss(isRemoval: isRemoval) }
    }
  }

  private static func exponent(steps releases: [Release], delta: Double) -> Double {
    let steps = releases.reduce(0.0) { $0 + Double($1.steps) }
    return spareExponent + Elementary.log(steps) - Elementary.log(delta)
  }

  private static func usualInterval(of releases: [Release]) -> (best: Double, least: Double) {
    var (steps, variance, longest) = (0.0, 0.0, 0.0)
    let exponent = exponent(steps: releases, delta: 1e-10)
    for release in releases {
      for isRemoval in [true, false] {
        let loss = release.mechanism.loss(isRemoval: isRemoval)
        let range = loss.range(exponent: exponent)
        longest = max(longest, range.upperBound - range.lowerBound)
        guard isRemoval else { continue }
        steps += Double(release.steps)
        variance += Double(release.steps) * loss.spread * loss.spread
      }
    }
    return (min(widest, (variance / steps).squareRoot() / cellsADeviation), longest / mostCells)
  }
}

extension Mechanism {
  func loss(isRemoval: Bool) -> any PrivacyLoss {
    switch self {
    case .gaussian(let noise, let rate): SampledGaussianLoss(noise: noise, rate: rate, isRemoval: isRemoval)
    case .laplace(let scale): LaplaceLoss(scale: scale)
    }
  }
}
