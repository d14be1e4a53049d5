import Maths
public import Study

/// Adds normal noise to the probabilities that an outsider sees.
///
/// Drawn once a record, keyed by the model's seed and the record, or once a query: an attacker who asks q times then
/// holds the mean of q answers, and that mean is what is released here. Answers are kept in 0...1 and not scaled. It
/// gives no differential privacy: a probability may move by 1 between models with and without a record.
///
/// - Source: the simplest of the perturbations that Jia et al., "MemGuard", 2019, arXiv:1909.10594, compare with.
public struct GaussianNoise: Defence {
  public static let name = "gaussian-noise"
  public static let card = Card(
    title: "Gaussian noise on answers", summary: "Adds normal noise to each probability that is told.",
    source: "Jia et al. 2019, arXiv:1909.10594, as a baseline")
  public static let parameters =
    [Parameter("scale", .number(1e-6...10), "The standard deviation of the noise on a probability.")]
    + NoiseDraw.parameters
  public static let standard = GaussianNoise(scale: 0.1, draw: .record, queries: 10)
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
    let normal = Normal(mean: 0, deviation: scale)
    return AnswerNoise(draw: draw, queries: queries, deviation: scale) { normal.quantile($0) }
      .added(to: signal, seed: seed)
  }
}
