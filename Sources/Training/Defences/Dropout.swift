public import Study

/// Leaves out hidden units by coins in each step of training; the finished network has them all.
///
/// - Source: Srivastava et al., "Dropout: A simple way to prevent neural networks from overfitting", 2014; as a defence,
///   Salem et al., "ML-Leaks", 2019, section VI.
public struct Dropout: Defence {
  public static let name = "dropout"
  public static let card = Card(
    title: "Dropout",
    summary: "Leaves out hidden units at random in each step, so that no unit learns a record by heart.",
    source: "Srivastava et al. 2014; Salem et al. 2019")
  public static let parameters = [
    Parameter("share", .number(0...0.95), "The share of hidden units that each step leaves out.")
  ]
  public static let standard = Dropout(share: 0.5)
  public static let stage = Stage.training

  public let share: Double

  public init(share: Double) { self.share = share }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network { $0.dropout = share }
  }
}
