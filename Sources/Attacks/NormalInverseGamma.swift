import Maths
import Study

/// One side's prior for each record's mean and variance of phi, and what the record's references make of it.
///
/// The paper gives the conjugate family; its constants are ours: the prior is estimated from all records (empirical
/// Bayes, by moments), so nothing is left to tune. With few references a record's variance is drawn towards the common
/// one, with many it is the record's own.
///
/// - mean: m0, the grand mean; kappa0 = (mean variance within records) / (variance of means between records), in
///   references' worth.
/// - variance: sigma^2 is inverse gamma with nu0 degrees of freedom, nu0 = (4 Q - 2) / (Q - 1), where
///   Q = E[s^4 d / (d + 2)] / E[s^2]^2 over records, s^2 the sample variance with d degrees of freedom: 1 where all
///   records have one variance (then nu0 is ``most``), larger the more they differ.
struct NormalInverseGamma {
  private let fit: SideFit
  private let centre: Double
  private let kappa: Double
  private let nu: Double
  private let scale: Double

  /// Degrees of freedom that stand for one variance in all records.
  static let most = 1e6

  init(_ evidence: Evidence, _ moments: PhiMoments, side: SideFit.Side) throws(AttackError) {
    fit = try SideFit(evidence, moments, side: side, centre: .mean)
    let records = Double(max(fit.centres.count, 1))
    var (sum, square, fourth, noise) = (0.0, 0.0, 0.0, 0.0)
    for (record, count) in fit.counts.enumerated() {
      let freedom = count - 1
      let variance = fit.deviations[record] * fit.deviations[record] * count / freedom
      sum += fit.centres[record]
      square += variance
      fourth += variance * variance * freedom / (freedom + 2)
      noise += variance / count
    }
    let mean = sum / records
    let within = square / records
    var spread = 0.0
    for value in fit.centres { spread += (value - mean) * (value - mean) }
    // What the means differ by, less what chance alone makes of equal ones.
    let between = (spread - noise) / records
    centre = mean
    kappa = between > 0 ? min(within / between, Self.most) : Self.most
    let excess = within > 0 ? fourth / records / (within * within) : 1
    nu = excess > 1 ? min((4 * excess - 2) / (excess - 1), Self.most) : Self.most
    scale = within * (nu - 2) / nu
  }

  /// What is believed of one record after its references.
  struct Posterior {
    let mean: Double
    let freedom: Double
    /// nu_n s_n^2: the sum of squares.
    let squares: Double
    /// kappa_n.
    let weight: Double
  }

  func posterior(_ record: Int) -> Posterior {
    let count = fit.counts[record]
    let deviation = fit.deviations[record]
    let distance = fit.centres[record] - centre
    let weight = kappa + count
    return Posterior(
      mean: centre + distance * count / weight, freedom: nu + count,
      squares: nu * scale + deviation * deviation * count + kappa * count / weight * distance * distance,
      weight: weight)
  }
}

extension NormalInverseGamma.Posterior {
  /// ln of the Student-t predictive density at `x`, without what depends on the freedom alone.
  func logStudent(_ x: Double) -> Double {
    let scale = (squares / freedom * (weight + 1) / weight).squareRoot() + SideFit.floor
    let t = (x - mean) / scale
    return -Elementary.log(scale) - (freedom + 1) / 2 * Elementary.log1p(t * t / freedom)
  }

  /// The normalising constant of ``logStudent(_:)``.
  static func logConstant(freedom: Double) -> Double {
    Elementary.logGamma((freedom + 1) / 2) - Elementary.logGamma(freedom / 2) - Elementary.log(freedom) / 2
  }

  /// The normal with the variance's posterior mean.
  var normal: Normal {
    Normal(mean: mean, deviation: (squares / (freedom - 2)).squareRoot() + SideFit.floor)
  }
}
