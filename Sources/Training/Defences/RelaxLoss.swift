public import Study

/// Holds the mean loss of the batches near `level`: below it, even epochs climb and odd ones level the answers that are
/// right.
///
/// - Source: Chen, Yu and Fritz, "RelaxLoss: Defending membership inference attacks without losing utility", 2022.
public struct RelaxLoss: Defence {
  public static let name = "relax-loss"
  public static let card = Card(
    title: "RelaxLoss",
    summary: "Keeps the training loss from falling below a level: below it, steps climb or level the answers.",
    source: "Chen, Yu and Fritz 2022")
  public static let parameters = [
    Parameter("level", .number(0.001...10), "The loss in nats that training aims at.")
  ]
  public static let standard = RelaxLoss(level: 0.4)
  public static let stage = Stage.training

  public let level: Double

  public init(level: Double) { self.level = level }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network { $0.objective.relaxation = level }
  }
}
