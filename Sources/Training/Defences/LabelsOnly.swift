public import Study

/// Tells the likeliest label and no probability.
///
/// The signal is 1 for that label (of equal ones the first) and 0 for the others. Its resolution is 1/4: of two classes
/// a label tells in which half the probability lies, and the middle of the half stands for it, so that attacks on
/// confidences read right from wrong and nothing else.
///
/// - Source: Choquette-Choo et al., "Label-only membership inference attacks", 2021, arXiv:2007.14321, which also shows
///   that a label still tells members.
public struct LabelsOnly: Defence {
  public static let name = "labels-only"
  public static let card = Card(
    title: "Labels only", summary: "Tells the likeliest label without any probability.",
    source: "Choquette-Choo et al. 2021, arXiv:2007.14321")
  public static let standard = LabelsOnly()
  public static let stage = Stage.output
  /// The middle of the half in which an untold label's probability lies.
  static let resolution = 0.25

  public init() {}

  public func release(_ signal: Signal, seed: UInt64) -> Signal {
    signal.changingRows(resolution: Self.resolution) { _, row in
      let best = row.ranking[0]
      for label in row.indices { row[label] = label == best ? 1 : 0 }
    }
  }
}
