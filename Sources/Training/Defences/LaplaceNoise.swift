import Maths
public import Study

/// Adds Laplace noise to the probabilities that an outsider sees.
///
/// When it is drawn and what attackers make of it is as for ``GaussianNoise``. It gives no differential privacy: a
/// probability may move by 1 between models with and without a record, and each query would spend budget anew.
///
/// - Source: the distribution of Dwork et al., "Calibrating noise to sensitivity in private data analysis", 2006, drawn
///   by its inverse distribution function.
public struct LaplaceNoise: Defence {
  public static let name = "laplace-noise"
  public static let card = Card(
    title: "Laplace noise on answers", summary: "Adds Laplace noise to each probability that is told.",
    source: "Dwork et al. 2006, for the distribution")
  public static let parameters =
    [Parameter("scale", .number(1e-6...10), "The scale of the noise: its mean distance from 0.")]
    + NoiseDraw.parameters
  public static let standard = LaplaceNoise(scale: 0.1, draw: .record, queries: 10)
  public static let stage = Stage.output

  public let scale: Double
  public let draw: NoiseDraw
  public let queries: Int

  public init(scale: Double, draw: NoiseDraw, queries: Int) {
    self.scale = scale
    self.draw = draw
    self.queries = queries
  }

  public func release(_ signal: Signal, seed: UInt64) -> Signal {
    AnswerNoise(draw: draw, queries: queries, deviation: scale * 2.0.squareRoot()) { p in
      p < 0.5 ? scale * Elementary.log(2 * p) : -scale * Elementary.log(2 * (1 - p))
    }.added(to: signal, seed: seed)
  }
}
