import Maths
import Study

/// One training of a network, from records to model: what all families of networks share.
struct NetworkTraining {
  let records: Records
  /// Members, ascending.
  let rows: [Int]
  let recipe: Recipe
  let seed: UInt64
  let path: KernelPath
  var optimiser = Optimiser.adam
  var schedule = Schedule.constant
  var clipping = PrivateDescent.Clipping()

  /// Records for ``CurvePoint/outsideLoss``: an eighth of the half, at most these.
  private static let mostOutside = 512

  private var knobs: NetworkRecipe { recipe.network ?? NetworkRecipe() }

  private var clientPrivacy: NetworkRecipe.ClientPrivacy? { knobs.rounds?.privacy }

  /// - Parameter shape: The layers for so many inputs.
  /// - Throws: ``Study/TrainingError/diverged(epoch:)``.
  func model(_ shape: (_ inputs: Int) -> NetworkShape) throws(TrainingError) -> NetworkModel {
    let (epochs, knobs) = (recipe.epochs ?? 1, knobs)
    precondition(!rows.isEmpty, "a model needs at least one record")
    precondition((knobs.rounds == nil) == (knobs.federation == nil), "rounds are trained by clients")
    let (kept, heldOut) = split()
    let preparation = preparation(rows: kept)
    func prepared(_ rows: [Int]) -> TrainingSet {
      TrainingSet(preparation.matrix(of: records.design, rows: rows), labels: rows.map { records.labels[$0] })
    }
    let inside = prepared(kept)
    let batch = min(
      knobs.privacy.map { Self.roomForBatch($0.samplingRate * Double(kept.count)) } ?? recipe.batch ?? 32, kept.count)
    let coins = Coins(Maths.Stream(seed: seed, stream: 2))
    let network = Network(shape: shape(inside.columns), batch: batch, path: path, coins: coins)
    network.initialise(seed: seed)
    let plan = DescentPlan(
      objective: knobs.objective, optimiser: optimiser, schedule: schedule, rate: recipe.rate ?? 0.001,
      decay: recipe.weightDecay ?? 0, epochs: epochs)
    let federated = knobs.federation.map { federation in
      FederatedDescent(
        network: network, clients: clients(federation.clients, of: kept).map(prepared), federation: federation,
        privacy: clientPrivacy, plan: plan, source: source(secure: clientPrivacy?.secureNoise ?? false), seed: seed)
    }
    let walk = federated?.round ?? walk(network, inside: inside, kept: kept, heldOut: heldOut.map(prepared), plan: plan)
    let watch = Watch(network: network, outside: prepared(outsiders), heldOut: heldOut.map(prepared), coins: coins)
    var (made, visited) = (0, 0)
    for epoch in 1...epochs {
      let outcome = walk(epoch) { done in
        plan.rate * plan.schedule.factor((Double(epoch - 1) + done) / Double(epochs))
      }
      guard outcome.loss.isFinite else { throw .diverged(epoch: epoch) }
      made = epoch
      visited += outcome.visited
      if watch.note(epoch, outcome, patience: knobs.stopping?.patience) { break }
    }
    watch.restoreBest()
    let parameters = network.parameters.elements
    guard parameters.allSatisfy(\.isFinite) else { throw .diverged(epoch: made) }
    return NetworkModel(
      preparation: preparation, shape: network.shape, parameters: parameters, path: path, curve: watch.curve,
      work: Double(federated == nil ? kept.count * made : visited) * Double(network.shape.multiplications),
      onlooker: federated?.onlooker)
  }

  /// Room for most batches that are drawn by coins; a longer one takes more than one pass.
  private static func roomForBatch(_ expected: Double) -> Int { Int(expected * 1.25) + 8 }

  /// An epoch of the descent that the recipe asks for.
  private func walk(
    _ network: Network, inside: TrainingSet, kept: [Int], heldOut: TrainingSet?, plan: DescentPlan
  ) -> (Int, (Double) -> Double) -> BatchLoss.Outcome {
    guard let privacy = knobs.privacy else {
      let opponent =
        plan.objective.opponent > 0
        ? heldOut.map {
          Opponent(
            weight: plan.objective.opponent, others: $0, classes: network.shape.classes, batch: network.batch,
            path: path, seed: seed)
        } : nil
      return Descent(network: network, records: inside, plan: plan, opponent: opponent, seed: seed).epoch
    }
    return PrivateDescent(
      network: network, records: inside, units: units(kept, bySubject: privacy.bySubject), privacy: privacy,
      plan: plan, source: source(secure: privacy.secureNoise), clipping: clipping
    ).epoch
  }

  private func source(secure: Bool) -> NoiseSource {
    secure ? .system(SystemRandomNumberGenerator()) : .counted(Maths.Stream(seed: seed, stream: 1))
  }

  private func clients(_ count: Int, of rows: [Int]) -> [[Int]] {
    FederatedDescent.clients(count, persons: units(rows, bySubject: true).map { $0.map { rows[$0] } }, seed: seed)
  }

  /// The places in the training set that join a step as one.
  private func units(_ kept: [Int], bySubject: Bool) -> [[Int]] {
    guard bySubject else { return kept.indices.map { [$0] } }
    var places: [Int: Int] = [:]
    var units: [[Int]] = []
    for (index, row) in kept.enumerated() {
      if let place = places[records.subjects[row]] {
        units[place].append(index)
      } else {
        places[records.subjects[row]] = units.count
        units.append([index])
      }
    }
    return units
  }

  /// The half, less what early stopping or an opponent keeps from training.
  private func split() -> (kept: [Int], heldOut: [Int]?) {
    let share = knobs.stopping?.heldOut ?? (knobs.objective.opponent > 0 ? 0.2 : 0)
    let count = Int((share * Double(rows.count)).rounded())
    guard count > 0, count < rows.count else { return (rows, nil) }
    var stream = Maths.Stream(seed: seed, stream: 5)
    let aside = Set(stream.shuffled(rows).prefix(count))
    return (rows.filter { !aside.contains($0) }, rows.filter(aside.contains))
  }

  /// Means and deviations are the half's own, but of the public population where training is to be private.
  private func preparation(rows: [Int]) -> Preparation {
    let isPrivate = knobs.privacy != nil || clientPrivacy != nil
    let known = isPrivate && !records.population.isEmpty ? records.population : rows
    return Preparation.standardising(records.design, rows: known)
  }

  /// Some records outside the half, evenly spaced: only looked at, for the curve.
  private var outsiders: [Int] {
    let members = Set(rows)
    let others = records.labels.indices.filter { !members.contains($0) }
    let count = min(others.count, max(16, min(rows.count / 8, Self.mostOutside)))
    return (0..<count).map { others[$0 * others.count / count] }
  }
}
