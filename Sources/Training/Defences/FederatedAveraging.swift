public import Study

/// Clients train on records that they keep, and a server averages their weights.
///
/// It is no defence by itself: the last weights answer as those of one training do. `view` sets who attacks: an outsider
/// asks the last network; a participant has the common networks of the last five rounds and reads the mean logarithms of
/// their answers; the server has what each client sent in those rounds and reads, for each record, the client that is
/// surest of its label. Accuracy is that of the last network, whoever attacks.
///
/// - Source: McMahan et al., "Communication-efficient learning of deep networks from decentralized data", 2017,
///   arXiv:1602.05629; attackers after Nasr, Shokri and Houmansadr, "Comprehensive privacy analysis of deep learning",
///   2019, arXiv:1812.00910, section III, with signals of ours.
public struct FederatedAveraging: Defence {
  public static let name = "federated-averaging"
  public static let card = Card(
    title: "Federated averaging",
    summary: "Clients keep their records and send weights; seen from outside, by a participant or by the server.",
    source: "McMahan et al. 2017, arXiv:1602.05629")
  public static let parameters = [
    Parameter("clients", .whole(2...10_000), "Clients that the half is dealt out to, person by person."),
    Parameter("rounds", .whole(1...10_000), "Rounds of averaging."),
    Parameter("participation", .number(0.001...1), "The share of clients that a round asks."),
    Parameter("localEpochs", .whole(1...1_000), "Passes of a client over its records in a round."),
    Parameter("view", .word(NetworkRecipe.View.allCases.map(\.rawValue)), "Who attacks, by what is seen."),
  ]
  public static let standard = FederatedAveraging(
    clients: 10, rounds: 20, participation: 1, localEpochs: 3, view: .outsider)
  public static let stage = Stage.training

  public let clients: Int
  public let rounds: Int
  public let participation: Double
  public let localEpochs: Int
  public let view: NetworkRecipe.View

  public init(clients: Int, rounds: Int, participation: Double, localEpochs: Int, view: NetworkRecipe.View) {
    self.clients = clients
    self.rounds = rounds
    self.participation = participation
    self.localEpochs = localEpochs
    self.view = view
  }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.inRounds(rounds, clients: clients, members: members)
  }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    FederatedLearner(
      base: learner,
      federation: NetworkRecipe.Federation(
        clients: clients, participation: participation, localEpochs: localEpochs, view: view))
  }
}
