/// The defence that lets least be found among those that keep the utility floor: chosen on one quarter of models and
/// people, verified on the opposite one, four times.
public struct Recommendation: Codable, Equatable, Sendable {
  public enum Answer: String, Codable, Sendable {
    /// Chosen on two quarters or more, on more than any other; where it is verified the floor holds and less is found.
    case defence
    /// No defence lets less be found than none.
    case undefended
    /// What is chosen most often falls below the floor where it is verified or lets no less be found there, or each quarter
    /// chose another.
    case unconfirmed
    /// No defence meets the floor; ``cell`` is the nearest.
    case noneMeetsFloor = "none-meets-floor"
    /// The undefended model is no better than guessing, or no rate is resolved in a quarter.
    case insufficientEvidence = "insufficient-evidence"
  }

  public var dataset: String
  public var model: String
  /// The cell without defence.
  public var undefended: String
  public var answer: Answer
  /// Id of the recommended or nearest cell.
  @Null public var cell: String?
  /// On how many of the four quarters it was chosen.
  public var chosen: Int
  /// The share of the undefended accuracy that must be kept, and of the balanced accuracy above chance.
  public var floor: Double
  /// The rate of wrong accusations at which leaks are read.
  @Exact public var fprLimit: Double
  /// Means over the opposite quarters of those that chose it.
  @Null public var verified: Kept?

  /// What a defence keeps and lets be found.
  public struct Kept: Codable, Equatable, Sendable {
    /// Of the undefended accuracy.
    @Exact public var accuracy: Double
    /// Of the undefended balanced accuracy above chance: (b - 1/C) / (b0 - 1/C).
    @Exact public var balanced: Double
    /// The share of members found by the attack that was strongest where the defence was chosen.
    @Exact public var found: Double
    /// The same of the undefended cell.
    @Exact public var foundUndefended: Double
    public init(accuracy: Double, balanced: Double, found: Double, foundUndefended: Double) {
      self.accuracy = accuracy
      self.balanced = balanced
      self.found = found
      self.foundUndefended = foundUndefended
    }
  }
}
