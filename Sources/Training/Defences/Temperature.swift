import Maths
public import Study

/// Divides the logits by a temperature: above 1 answers become less sure, below 1 surer.
///
/// Logits stay logits. Probabilities and votes are raised to the power 1/T and scaled to sum to 1 again; 0 stays 0. The
/// likeliest label never changes, and an outsider who knows T can undo it: it helps only together with a coarse answer.
///
/// - Source: Guo et al., "On calibration of modern neural networks", 2017, section 4.2; as a defence, Shokri et al.,
///   "Membership inference attacks against machine learning models", 2017, section VIII.
public struct Temperature: Defence {
  public static let name = "temperature"
  public static let card = Card(
    title: "Temperature", summary: "Makes answers less sure by dividing the logits, without changing any label.",
    source: "Guo et al. 2017; Shokri et al. 2017")
  public static let parameters = [Parameter("temperature", .number(0.01...1_000), "What logits are divided by.")]
  public static let standard = Temperature(temperature: 5)
  public static let stage = Stage.output

  public let temperature: Double

  public init(temperature: Double) { self.temperature = temperature }

  public func release(_ signal: Signal, seed: UInt64) -> Signal {
    guard signal.kind != .logits else {
      let values = signal.values
      return Signal(
        kind: .logits, resolution: signal.resolution,
        values: Matrix(
          rows: values.rows, columns: values.columns,
          elements: values.elements.map { Float(Double($0) / temperature) }))
    }
    let (least, rest) = (powered(signal.resolution), powered(1 - signal.resolution))
    return signal.changingRows(resolution: least > 0 ? least / (least + rest) : 0) { _, row in
      let powers = row.map(powered)
      let sum = powers.reduce(0, +)
      guard sum > 0 else { return }
      row = powers.map { $0 / sum }
    }
  }

  private func powered(_ p: Double) -> Double { p > 0 ? Elementary.exp(Elementary.log(p) / temperature) : 0 }
}
