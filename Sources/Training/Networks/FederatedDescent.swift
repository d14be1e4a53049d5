import Maths
import Study

/// Rounds of a federation: clients train the common network on their own records, a server averages what they send.
///
/// Records of one person belong to one client; clients are drawn at random, so that they are alike. Without a promise a
/// round asks a fixed number of clients and weighs them by their records. With one, each client joins by a coin of its
/// own, what it adds is clipped, noise is added to the sum, and the division is by the expected number.
///
/// - Source: McMahan et al., "Communication-efficient learning of deep networks from decentralized data", 2017,
///   arXiv:1602.05629, algorithm 1; with a promise, McMahan et al., "Learning differentially private recurrent language
///   models", 2018, arXiv:1710.06963, algorithm 1, without weights.
package final class FederatedDescent {
  /// Rounds of which an onlooker keeps what it saw.
  private static let remembered = 5

  private let network: Network
  private let clients: [TrainingSet]
  private let federation: NetworkRecipe.Federation
  private let privacy: NetworkRecipe.ClientPrivacy?
  private let plan: DescentPlan
  private let seed: UInt64
  private var source: NoiseSource
  private var draws: Maths.Stream
  /// What an onlooker has seen, by whom and in which round; the latest last.
  private var seen: [(client: Int, round: Int, parameters: [Float])] = []

  init(
    network: Network, clients: [TrainingSet], federation: NetworkRecipe.Federation,
    privacy: NetworkRecipe.ClientPrivacy?, plan: DescentPlan, source: NoiseSource, seed: UInt64
  ) {
    (self.network, self.clients, self.plan) = (network, clients, plan)
    (self.federation, self.privacy) = (federation, privacy)
    (self.source, self.seed) = (source, seed)
    draws = Maths.Stream(seed: seed, stream: 1)
  }

  /// Rows of each client, ascending: persons are dealt out at random, one after another.
  ///
  /// - Parameter persons: Rows of each.
  package static func clients(_ count: Int, persons: [[Int]], seed: UInt64) -> [[Int]] {
    var stream = Maths.Stream(seed: seed, stream: 7)
    var clients = [[Int]](repeating: [], count: min(count, persons.count))
    for (turn, person) in stream.shuffled(persons).enumerated() { clients[turn % clients.count] += person }
    return clients.map { $0.sorted() }
  }

  /// What the onlooker that the recipe names knows; nil for an outsider.
  var onlooker: Onlooker? {
    switch federation.view {
    case .outsider: return nil
    case .participant: return Onlooker(sources: [seen.map(\.parameters)])
    case .server:
      let groups = Dictionary(grouping: seen, by: \.client)
      // What the common network has learnt tells of members too, but not where noise covers it: half and whole found most
      // of 0, 1/2 and 1 on German credit and Cleveland heart.
      return Onlooker(
        sources: groups.keys.sorted().map { groups[$0]?.map(\.parameters) ?? [] },
        share: privacy == nil ? 0.5 : 1)
    }
  }

  func round(_ round: Int, rate: (_ done: Double) -> Double) -> BatchLoss.Outcome {
    let common = network.parameters.elements
    let asked = clientsAsked()
    let total = privacy == nil ? Float(asked.reduce(0) { $0 + clients[$1].rows }) : expected
    let sum = Buffer<Float>(common.count, filledWith: 0)
    var outcome = BatchLoss.Outcome()
    for client in asked {
      set(common)
      outcome += train(client, round: round, rate: rate(0))
      clip(common)
      if federation.view == .server { remember(client, round) }
      let weight = (privacy == nil ? Float(clients[client].rows) : 1) / total
      for index in common.indices { sum.base[index] += weight * (network.parameters.base[index] - common[index]) }
    }
    if let privacy, privacy.noise > 0 {
      source.addNormals(
        common.count, scale: Float(privacy.noise * privacy.clip) / total, to: sum.base, path: network.path)
    }
    for index in common.indices { network.parameters.base[index] = common[index] + sum.base[index] }
    if federation.view == .participant { remember(0, round) }
    seen.removeAll { $0.round <= round - Self.remembered }
    return outcome
  }

  private var expected: Float { Float(max(1e-6, federation.participation * Double(clients.count))) }

  private func clientsAsked() -> [Int] {
    if privacy != nil { return source.draw(of: clients.count, rate: federation.participation) }
    let count = max(1, Int((federation.participation * Double(clients.count)).rounded()))
    return draws.shuffled(Array(clients.indices)).prefix(count).sorted()
  }

  private func train(_ client: Int, round: Int, rate: Double) -> BatchLoss.Outcome {
    var seeds = Maths.Stream(seed: seed, stream: UInt64(round) << 32 | UInt64(client) << 8 | 6)
    let descent = Descent(
      network: network, records: clients[client], plan: plan, opponent: nil, seed: seeds.seed())
    var outcome = BatchLoss.Outcome()
    for epoch in 1...federation.localEpochs { outcome += descent.epoch(epoch) { _ in rate } }
    return outcome
  }

  /// Shrinks what a client learnt to the clipping norm, before even the server sees it.
  private func clip(_ common: [Float]) {
    guard let clip = privacy?.clip else { return }
    var square = 0.0
    for index in common.indices {
      let step = Double(network.parameters.base[index] - common[index])
      square += step * step
    }
    let factor = Float(min(1, clip / max(square.squareRoot(), 1e-30)))
    for index in common.indices {
      network.parameters.base[index] = common[index] + factor * (network.parameters.base[index] - common[index])
    }
  }

  private func set(_ parameters: [Float]) {
    for index in parameters.indices { network.parameters.base[index] = parameters[index] }
  }

  private func remember(_ client: Int, _ round: Int) { seen.append((client, round, network.parameters.elements)) }
}

/// What somebody inside a federation has seen of its networks.
struct Onlooker: Sendable {
  /// Networks by where they came from: all from the server, or from each client.
  let sources: [[[Float]]]
  /// How much of what the other sources say is taken off, in 0...1.
  var share = 1.0

  /// For each record the mean logarithms of the answers of one source's networks: N x C logits.
  ///
  /// Of several sources the one that is surest of the record's label, less a share of the mean of the others: whoever holds
  /// a record has learnt it, and the others tell how hard it is.
  func signal(for records: Records, classes: Int, answers: ([Float]) -> Matrix) -> Signal {
    let told = sources.filter { !$0.isEmpty }.map { networks in
      let count = Double(networks.count)
      var sums = [Double](repeating: 0, count: records.count * classes)
      for network in networks {
        let logits = answers(network).elements.map(Double.init)
        for row in 0..<records.count {
          let range = row * classes..<(row + 1) * classes
          let norm = Elementary.logSumExp(logits[range])
          for index in range { sums[index] += (logits[index] - norm) / count }
        }
      }
      return sums
    }
    var values = Matrix(rows: records.count, columns: classes)
    for row in 0..<records.count {
      let own = row * classes + records.labels[row]
      let best = told.indices.max { (told[$0][own], $1) < (told[$1][own], $0) } ?? 0
      for column in 0..<classes {
        let index = row * classes + column
        let others = told.indices.reduce(0) { $1 == best ? $0 : $0 + told[$1][index] }
        values[row, column] = Float(told[best][index] - share * others / Double(max(1, told.count - 1)))
      }
    }
    return Signal(kind: .logits, resolution: 0, values: values)
  }
}
