extension NetworkRecipe {
  /// Training spread over simulated clients, who train on records of their own and send weights to a server.
  public struct Federation: Codable, Equatable, Sendable {
    public let clients: Int
    /// The share of clients that a round asks, in 0...1; with a promise the probability of each to be asked.
    public let participation: Double
    /// Passes of a client over its records in a round.
    public let localEpochs: Int
    public let view: View

    public init(clients: Int, participation: Double, localEpochs: Int, view: View) {
      self.clients = clients
      self.participation = participation
      self.localEpochs = localEpochs
      self.view = view
    }
  }

  /// What rounds of a federation are planned to keep to.
  public struct Rounds: Codable, Equatable, Sendable {
    /// Nil: nothing is promised to clients.
    public let privacy: ClientPrivacy?

    public init(privacy: ClientPrivacy? = nil) { self.privacy = privacy }
  }

  /// Who attacks a federation, by what is seen of it.
  public enum View: String, Codable, CaseIterable, Sendable {
    /// The last weights.
    case outsider
    /// The common weights after each of the last rounds.
    case participant
    /// What each client sent in each of the last rounds.
    case server
  }

  /// What all rounds together promise each client.
  public struct ClientPrivacy: Codable, Equatable, Sendable {
    public let epsilon: Double
    public let delta: Double
    /// The largest norm of what one client adds to a round.
    public let clip: Double
    /// The noise's standard deviation over ``clip``.
    public let noise: Double
    /// As of ``PrivateTraining``.
    public let secureNoise: Bool

    public init(epsilon: Double, delta: Double, clip: Double, noise: Double, secureNoise: Bool) {
      self.epsilon = epsilon
      self.delta = delta
      self.clip = clip
      self.noise = noise
      self.secureNoise = secureNoise
    }
  }
}
