public import Study

/// What the model takes from elsewhere than the client and the facts: measurements, the rating, the plan, the laws.
public struct CostSources: Sendable {
  /// A value with where it comes from; money in the report's currency.
  public struct Value: Equatable, Sendable {
    public var spread: Spread
    public var origin: FactOrigin
    public init(_ spread: Spread, _ origin: FactOrigin) {
      self.spread = spread
      self.origin = origin
    }
  }

  /// ``CellResult/id`` of the target that is priced; nil outside a study.
  public var cell: String?
  public var rating: Rating?
  public var values: [CostParameter: Value] = [:]
  public var exposures: [RegulatoryExposure] = []
  public var works: [DefenceWork] = []
  /// The study's date, `yyyy-mm-dd`.
  public var day: String?
  public var seed: UInt64

  public init(seed: UInt64) { self.seed = seed }
}

/// What building one defence takes.
public struct DefenceWork: Equatable, Sendable {
  /// The id of a remedy.
  public var id: String
  public var days: Spread
  /// Multiples of one training run; nil where nothing is trained anew.
  public var compute: Spread?
  /// Points of accuracy that it took in the study; nil where it was not measured.
  public var accuracyLost: Spread?
  public init(id: String, days: Spread, compute: Spread?, accuracyLost: Spread? = nil) {
    self.id = id
    self.days = days
    self.compute = compute
    self.accuracyLost = accuracyLost
  }
}

/// Why there is no estimate: what a client has to state, in one sentence.
public struct CostGap: Error, Equatable, CustomStringConvertible {
  public var needs: [String]
  public init(needs: [String]) { self.needs = needs }

  public var description: String {
    "no costs are estimated: state " + (needs.count > 1 ? needs.dropLast().joined(separator: "; ") + "; and " : "")
      + (needs.last ?? "")
  }
}
