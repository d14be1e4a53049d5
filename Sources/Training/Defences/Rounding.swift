import Maths
public import Study

/// Rounds the probabilities that an outsider sees.
///
/// The signal becomes probabilities: softmax of logits, everything else as it is. Rows are not scaled to sum to 1 again,
/// as that would give back digits.
///
/// - Source: Shokri et al., "Membership inference attacks against machine learning models", 2017, section VIII.
public struct Rounding: Defence {
  public static let name = "rounding"
  public static let card = Card(
    title: "Rounded answers", summary: "Tells probabilities with few decimals, so that small differences are lost.",
    source: "Shokri et al. 2017")
  public static let parameters = [
    Parameter("decimals", .whole(0...6), "Digits after the point that are kept.")
  ]
  public static let standard = Rounding(decimals: 1)
  public static let stage = Stage.output

  public let decimals: Int

  public init(decimals: Int) { self.decimals = decimals }

  public func release(_ signal: Signal, seed: UInt64) -> Signal {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = signal.probabilities().map { Float(($0 * scale).rounded(.toNearestOrEven) / scale) }
    return Signal(
      kind: .probabilities, resolution: max(signal.resolution, 0.5 / scale),
      values: Matrix(rows: signal.values.rows, columns: signal.values.columns, elements: rounded))
  }
}
