import Privacy
public import Study

/// Federated averaging that hides from outsiders whether a client took part, with all of its records.
///
/// What a client adds to a round is clipped, the server adds noise to the sum, and each client joins a round by a coin of
/// its own; the PLD accountant gives the least noise that keeps to (epsilon, delta) over all rounds. The noise is the
/// server's: against the server itself, `view: server`, nothing is promised. A record is hidden within its client at
/// twice the epsilon, as exchanging a client is removing one and adding another.
///
/// Few clients make for much noise: a promise worth having needs thousands.
///
/// - Source: McMahan et al., "Learning differentially private recurrent language models", 2018, arXiv:1710.06963.
public struct DPFederatedAveraging: Defence {
  public static let name = "dp-federated-averaging"
  public static let card = Card(
    title: "Federated averaging, private clients",
    summary: "Clips what each client sends and adds noise: a proved bound for a client with all of its records.",
    source: "McMahan et al. 2018, arXiv:1710.06963")
  public static let parameters = [
    Parameter("epsilon", .number(0.01...1_000), "The privacy budget of all rounds, for a client."),
    Parameter("delta", .number(1e-12...0.1), "The probability with which epsilon may be exceeded; below 1/clients."),
    Parameter("clip", .number(1e-4...1e4), "The largest norm that a client adds to a round."),
    Parameter("clients", .whole(2...10_000), "Clients that the half is dealt out to, person by person."),
    Parameter("rounds", .whole(1...10_000), "Rounds of averaging."),
    Parameter("participation", .number(0.001...1), "The probability of each client to join a round."),
    Parameter("localEpochs", .whole(1...1_000), "Passes of a client over its records in a round."),
    Parameter("view", .word(NetworkRecipe.View.allCases.map(\.rawValue)), "Who attacks, by what is seen."),
    Parameter("secureNoise", .flag, "Noise and coins from the system's cryptographic generator."),
  ]
  public static let standard = DPFederatedAveraging(
    epsilon: 8, delta: 1e-6, clip: 1, clients: 100, rounds: 20, participation: 0.5, localEpochs: 5, view: .outsider)
  public static let stage = Stage.training
  public static let isBudgeted = true

  public let epsilon: Double
  public let delta: Double
  public let clip: Double
  public let clients: Int
  public let rounds: Int
  public let participation: Double
  public let localEpochs: Int
  public let view: NetworkRecipe.View
  public let secureNoise: Bool

  public init(
    epsilon: Double, delta: Double, clip: Double, clients: Int, rounds: Int, participation: Double, localEpochs: Int,
    view: NetworkRecipe.View, secureNoise: Bool = false
  ) {
    self.epsilon = epsilon
    self.delta = delta
    self.clip = clip
    self.clients = clients
    self.rounds = rounds
    self.participation = participation
    self.localEpochs = localEpochs
    self.view = view
    self.secureNoise = secureNoise
  }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    let noise = try NoiseSearch.applicable(epsilon: epsilon, delta: delta, rate: participation, steps: rounds)
    let privacy = NetworkRecipe.ClientPrivacy(
      epsilon: epsilon, delta: delta, clip: clip, noise: noise, secureNoise: secureNoise)
    return try recipe.inRounds(rounds, clients: clients, privacy: privacy, members: members)
  }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    let spread = FederatedLearner(
      base: learner,
      federation: NetworkRecipe.Federation(
        clients: clients, participation: participation, localEpochs: localEpochs, view: view))
    return PublicBoundsLearner(base: spread, population: population)
  }
}
