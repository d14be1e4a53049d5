import Maths
import Study
import Testing
import Training

@Suite("Federated averaging")
struct FederatedTests {
  private let records = sample(240, classes: 3)
  private let rows = Array(0..<160)
  private let population = Array(200..<240)

  private func train(
    _ defence: (any Defence)?, epochs: Int = 10, optimiser: Optimiser = .adam, batch: Int = 16, rate: Double = 0.01,
    seed: UInt64 = 4
  ) throws -> (model: NetworkModel, recipe: Recipe) {
    let network = MultilayerPerceptron(hidden: [8], epochs: epochs, batch: batch, rate: rate, optimiser: optimiser)
    let recipe = try defence?.adjust(network.recipe, members: rows.count) ?? network.recipe
    let learner = defence?.wrap(network, population: population) ?? network
    return (
      try #require(try learner.train(on: records, rows: rows, recipe: recipe, seed: seed) as? NetworkModel), recipe
    )
  }

  private func federation(
    clients: Int = 8, rounds: Int = 10, participation: Double = 1, local: Int = 1, view: NetworkRecipe.View = .outsider
  ) -> FederatedAveraging {
    FederatedAveraging(
      clients: clients, rounds: rounds, participation: participation, localEpochs: local, view: view)
  }

  private func apart(_ one: [Float], _ other: [Float]) -> Double {
    zip(one, other).reduce(0) { $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1) }.squareRoot()
  }

  @Test("its rounds are planned, and its clients come with what is put around the network")
  func hooks() throws {
    let private8 = DPFederatedAveraging(
      epsilon: 8, delta: 1e-3, clip: 1, clients: 8, rounds: 3, participation: 0.5, localEpochs: 2, view: .server)
    let plain8 = FederatedAveraging(clients: 8, rounds: 3, participation: 0.5, localEpochs: 2, view: .server)
    let expected = NetworkRecipe.Federation(clients: 8, participation: 0.5, localEpochs: 2, view: .server)
    for defence in [private8, plain8] as [any Defence] {
      let recipe = try defence.adjust(MultilayerPerceptron.standard.recipe, members: 160)
      #expect(recipe.network?.rounds != nil && recipe.network?.federation == nil && recipe.epochs == 3)
      let spy = Spy()
      _ = try defence.wrap(spy, population: population).train(on: records, rows: rows, recipe: recipe, seed: 1)
      let trained = try #require(spy.log.calls.first?.recipe.network)
      #expect(trained.federation == expected && trained.rounds == recipe.network?.rounds)
    }
  }

  @Test("one step a round of each client is one step of all records together")
  func steps() throws {
    // McMahan et al. 2017, section 2: FedSGD is gradient descent.
    let spread = try train(federation(), optimiser: .descent, batch: 1000, rate: 0.3).model
    let together = try train(nil, optimiser: .descent, batch: 1000, rate: 0.3).model
    let start = try train(nil, epochs: 1, optimiser: .descent, batch: 1000, rate: 1e-8).model
    #expect(apart(together.parameters, start.parameters) > 0.3)
    #expect(apart(spread.parameters, together.parameters) < 1e-4)
  }

  @Test("the records of a person are one client's, and clients differ by at most a person")
  func deal() {
    let persons = (0..<50).map { person in (0...person % 3).map { 10 * person + $0 } }
    let clients = FederatedDescent.clients(7, persons: persons, seed: 3)
    #expect(clients.count == 7 && clients.flatMap { $0 }.sorted() == persons.flatMap { $0 })
    for client in clients {
      let whole = Set(client.map { $0 / 10 })
      #expect(client == whole.sorted().flatMap { persons[$0] } && (7...8).contains(whole.count))
    }
    #expect(FederatedDescent.clients(7, persons: persons, seed: 4) != clients)
  }

  @Test("who looks on changes no weight and no answer to users, and sees more than an outsider")
  func views() throws {
    let outside = try train(federation(local: 5)).model
    let answers = outside.signal(for: records)
    #expect(outside.served(for: records) == nil)
    for view in [NetworkRecipe.View.participant, .server] {
      let inside = try train(federation(local: 5, view: view)).model
      #expect(inside.parameters == outside.parameters && inside.served(for: records) == answers)
      #expect(inside.signal(for: records) != answers)
    }
  }

  @Test("a round asks a share of the clients")
  func participation() throws {
    let all = try train(federation(rounds: 4)).model
    let half = try train(federation(rounds: 4, participation: 0.5)).model
    #expect(half.work * 2 == all.work && half.parameters != all.parameters)
  }

  @Test("with a promise no round moves the weights beyond the clip of each client and the noise")
  func clip() throws {
    func start(_ local: Int) throws -> [Float] {
      let defence = DPFederatedAveraging(
        epsilon: 1000, delta: 1e-3, clip: 1e-3, clients: 8, rounds: 1, participation: 1, localEpochs: local,
        view: .outsider)
      return try train(defence).model.parameters
    }
    // Clients learn more in twenty passes, and may not say so: the noise is the same.
    #expect(apart(try start(1), try start(20)) < 2.1e-3)
    #expect(apart(try start(1), try start(20)) > 1e-5)
  }

  @Test("its noise is the accountant's for the rounds, and scales come from the population")
  func promise() throws {
    let defence = DPFederatedAveraging(
      epsilon: 2, delta: 1e-3, clip: 1, clients: 40, rounds: 5, participation: 0.5, localEpochs: 1, view: .outsider)
    let (model, recipe) = try train(defence)
    let privacy = try #require(recipe.network?.rounds?.privacy)
    // `rollcall dp epsilon --sampling-rate 0.5 --steps 5 --delta 1e-3` of that noise gives 2, as `dp noise` finds it.
    #expect(abs(privacy.noise / 1.874297071015949 - 1) < 1e-4 && recipe.epochs == 5)
    let heights = population.map { row -> Double in
      guard case .numbers(let values, _) = records.columns[0].values else { return 0 }
      return Double(values[row])
    }
    #expect(abs(Double(model.means[0]) - heights.reduce(0, +) / Double(heights.count)) < 1e-6)
    let again = try train(defence).model
    #expect(again.parameters == model.parameters)
  }

  @Test("has no meaning for trees, more clients than records, or steps that one place alone can make")
  func refusals() throws {
    #expect(throws: NotApplicable.self) {
      try federation().adjust(RandomForest.standard.recipe, members: 100)
    }
    #expect(throws: NotApplicable("5 records cannot be dealt out to 8 clients")) {
      try federation().adjust(MultilayerPerceptron.standard.recipe, members: 5)
    }
    let recipe = MultilayerPerceptron.standard.recipe
    for chain in [Chain([DPSGD.standard, federation()]), Chain([federation(), DPSGD.standard])] {
      #expect(throws: NotApplicable.self) { try chain.adjust(recipe, members: 160) }
    }
  }
}
