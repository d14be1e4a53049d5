public import Study

/// Tells the k largest probabilities only.
///
/// An outsider knows that probabilities sum to 1, so that a zero in place of an untold one would fool nobody: what is
/// left is shared out equally among the classes that are not told, which is the best guess from outside. The order of
/// the told ones stays and none is scaled up. With two classes, k = 1 tells everything.
///
/// - Source: Shokri et al., "Membership inference attacks against machine learning models", 2017, section VIII.
public struct TopK: Defence {
  public static let name = "top-k"
  public static let card = Card(
    title: "Largest answers only", summary: "Tells the k largest probabilities and says nothing of the others.",
    source: "Shokri et al. 2017")
  public static let parameters = [Parameter("k", .whole(1...100_000), "Probabilities that are told.")]
  public static let standard = TopK(k: 3)
  public static let stage = Stage.output

  public let k: Int

  public init(k: Int) { self.k = k }

  public func release(_ signal: Signal, seed: UInt64) -> Signal {
    signal.changingRows(resolution: signal.resolution) { _, row in
      let untold = row.ranking.dropFirst(k)
      let rest = untold.reduce(0) { $0 + row[$1] }
      for label in untold { row[label] = rest / Double(untold.count) }
    }
  }
}
