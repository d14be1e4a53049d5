/// Whom a report is for and what hangs on it, as a client states it; nothing here is measured.
///
///     engagement:
///       system: Readmission risk model
///       sensitivity: {heart_cleveland: S4, german_credit: S3}   # or one class for all
///       release: L4
///       people: 40000
///       prior: {low: 0.05, likely: 0.1, high: 0.3, because: the insurer's own list of customers}
///       jurisdictions:
///         - {regulation: sg-pdpa, turnover: 50000000, currency: SGD}
///         - id-pdp
///       costs:
///         currency: USD
///         exchange: {date: 2026-11-20, SGD: 1.30}
///         region: SG
///         training-budget: 200000
///         day-rate: {low: 900, likely: 1300, high: 2000}
public struct Engagement: Codable, Equatable, Sendable {
  /// What the client calls the system that the model is part of.
  public var system: String?
  /// One class for all datasets, or one a dataset.
  public var sensitivity: [SensitivityChoice]
  /// The widest access that is planned or in place.
  public var release: AccessLevel?
  /// Whose records trained the model in use; the dataset's number of subjects where nil.
  public var people: Int?
  /// The share of members on an attacker's list of candidates, and why it is believed.
  public var prior: Prior?
  public var jurisdictions: [Jurisdiction]
  public var costs: CostInputs?
  /// A file that plans a privacy budget, and a ledger; as written, relative to the manifest.
  public var budget: String?
  public var ledger: String?

  public struct SensitivityChoice: Codable, Equatable, Sendable {
    /// Nil: all datasets that are not named.
    public var dataset: String?
    public var sensitivity: Sensitivity
    public init(dataset: String?, sensitivity: Sensitivity) {
      self.dataset = dataset
      self.sensitivity = sensitivity
    }
  }

  public struct Prior: Codable, Equatable, Sendable {
    /// In 0...1.
    public var share: Spread
    public var because: String
    public init(share: Spread, because: String) {
      self.share = share
      self.because = because
    }
  }

  /// A law that applies, and the turnover that its ceiling is a share of.
  public struct Jurisdiction: Codable, Equatable, Sendable {
    /// The `id` of an entry of the facts on regulation.
    public var regulation: String
    /// By the law's own basis, in ``currency``; nil where the client does not tell.
    public var turnover: Double?
    /// ISO 4217; the law's own where nil.
    public var currency: String?
    /// Violations or consumers, for laws that count them.
    public var units: Int?
    /// Whether the client is a small or medium enterprise, for laws that treat them otherwise.
    public var isSmall: Bool?
    public init(
      regulation: String, turnover: Double? = nil, currency: String? = nil, units: Int? = nil, isSmall: Bool? = nil
    ) {
      self.regulation = regulation
      self.turnover = turnover
      self.currency = currency
      self.units = units
      self.isSmall = isSmall
    }
  }

  /// What the client states of costs; the facts on costs say what else may be stated and what stands where it is not.
  public struct CostInputs: Codable, Equatable, Sendable {
    /// ISO 4217: the currency of the report and of the amounts in ``given``.
    public var currency: String
    /// The day of the rates in ``perDollar``, `yyyy-mm-dd`.
    public var exchangeDate: String?
    /// Units of a currency for one US dollar.
    public var perDollar: [String: Double]
    /// Whose day rates apply.
    public var region: String?
    public var given: [Given]

    public init(
      currency: String = "USD", exchangeDate: String? = nil, perDollar: [String: Double] = [:], region: String? = nil,
      given: [Given] = []
    ) {
      self.currency = currency
      self.exchangeDate = exchangeDate
      self.perDollar = perDollar
      self.region = region
      self.given = given
    }
  }

  /// One input of the cost model, by name.
  public struct Given: Codable, Equatable, Sendable {
    public var name: String
    public var value: Spread
    public init(name: String, value: Spread) {
      self.name = name
      self.value = value
    }
  }

  public init(
    system: String? = nil, sensitivity: [SensitivityChoice] = [], release: AccessLevel? = nil, people: Int? = nil,
    prior: Prior? = nil, jurisdictions: [Jurisdiction] = [], costs: CostInputs? = nil,
    budget: String? = nil, ledger: String? = nil
  ) {
    self.system = system
    self.sensitivity = sensitivity
    self.release = release
    self.people = people
    self.prior = prior
    self.jurisdictions = jurisdictions
    self.costs = costs
    self.budget = budget
    self.ledger = ledger
  }

  /// The class of a dataset: its own, else the one for all; nil where the client states none.
  public func sensitivity(of dataset: String) -> Sensitivity? {
    (sensitivity.first { $0.dataset == dataset } ?? sensitivity.first { $0.dataset == nil })?.sensitivity
  }
}
