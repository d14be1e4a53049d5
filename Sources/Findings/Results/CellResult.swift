public import Study

/// One cell of the grid: dataset x model x defence.
public struct CellResult: Codable, Equatable, Sendable {
  public enum Status: String, Codable, Sendable { case done, skipped, failed }

  /// Unique in a run; lower-case letters, digits, `_`, `-` and `.`: safe as a file name.
  public var id: String
  public var dataset: String
  public var model: String
  /// The name of the defence; of a chain its parts' names joined by `+`.
  public var defence: String
  /// Every parameter of the model and of the defence, defaults written out.
  public var parameters: CellParameters
  public var status: Status
  /// Why it was skipped or failed.
  @Null public var reason: String?
  /// K.
  public var models: Int
  /// Records of the dataset in use, population included.
  public var records: Int
  /// Z.
  public var population: Int
  @Null public var utility: Utility?
  public var attacks: [AttackResult]
  /// The attack whose number stands for the cell: fixed beforehand, the strongest published one that could be run.
  @Null public var headlineAttack: String?
  /// Of the cell, Holm-adjusted over its attacks; null unless done.
  @Null public var verdict: Verdict?
  /// Deterministic units of work of all trainings: K, and the targets outside the pool.
  @Exact public var work: Double
  /// The strongest attack at each access level, chosen and reported on different halves; empty below eight models.
  public var strongest: [StrongestResult]
  /// Names of the checks that failed for this cell: its verdict is then insufficient evidence.
  public var failedChecks: [String]
  /// How often the headline attack finds each record; null where no rate is resolved.
  @Null public var exposure: Exposure?
  /// Four, by which a defence is chosen and verified; none below eight models.
  public var quarters: [QuarterResult]
  /// What private training promises; null where there is none.
  @Null public var privacy: PrivacyPromise?
  /// Bounds on epsilon from below, one for each kind of canary; none unless asked for.
  public var audits: [CanaryAudit]
  /// Members told by how far they are from another answer; null unless asked for.
  @Null public var boundary: BoundaryResult?

  public init(
    id: String, dataset: String, model: String, defence: String, parameters: CellParameters, status: Status,
    reason: String?, models: Int, records: Int, population: Int, utility: Utility?, attacks: [AttackResult],
    headlineAttack: String?, verdict: Verdict?, work: Double,
    strongest: [StrongestResult] = [], failedChecks: [String] = [], exposure: Exposure? = nil,
    quarters: [QuarterResult] = [], privacy: PrivacyPromise? = nil, audits: [CanaryAudit] = [],
    boundary: BoundaryResult? = nil
  ) {
    self.id = id
    self.dataset = dataset
    self.model = model
    self.defence = defence
    self.parameters = parameters
    self.status = status
    self.reason = reason
    self.models = models
    self.records = records
    self.population = population
    self.utility = utility
    self.attacks = attacks
    self.headlineAttack = headlineAttack
    self.verdict = verdict
    self.work = work
    self.strongest = strongest
    self.failedChecks = failedChecks
    self.exposure = exposure
    self.quarters = quarters
    self.privacy = privacy
    self.audits = audits
    self.boundary = boundary
  }

  /// The names of the defences that act together; one where there is no chain.
  public var defenceParts: [String] { defence.split(separator: Chain.sign).map(String.init) }

  /// What a manifest calls the absence of a defence.
  public static let undefended = "none"

  public var isUndefended: Bool { defence == Self.undefended }

  /// Whether two cells differ in their defence only.
  public func sharesModel(_ other: CellResult) -> Bool {
    dataset == other.dataset && model == other.model && parameters.model == other.parameters.model
  }

  /// The attack whose number stands for the cell.
  public var headline: AttackResult? { attacks.first { $0.id == headlineAttack } }
}

/// Parameters of both parts of a cell; in a chain of defences each one's name stands before it: `rounding.decimals`.
public struct CellParameters: Codable, Equatable, Sendable {
  public var model: Parameters
  public var defence: Parameters
  public init(model: Parameters, defence: Parameters) {
    self.model = model
    self.defence = defence
  }
}

/// How good the models of a cell are at their task, outside their training halves unless stated.
public struct Utility: Codable, Equatable, Sendable {
  public var accuracy: Estimate
  public var balancedAccuracy: Estimate
  /// The share of the most frequent class: what a constant answer reaches.
  @Exact public var majority: Double
  /// On the training halves.
  @Exact public var trainAccuracy: Double
  public var classes: Int

  public init(
    accuracy: Estimate, balancedAccuracy: Estimate, majority: Double, trainAccuracy: Double, classes: Int
  ) {
    self.accuracy = accuracy
    self.balancedAccuracy = balancedAccuracy
    self.majority = majority
    self.trainAccuracy = trainAccuracy
    self.classes = classes
  }
}
