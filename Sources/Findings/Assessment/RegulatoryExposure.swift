public import Study

/// What one law can ask for: its ceiling for this client, its clocks, its duties.
///
/// Ceilings are statutory maxima, never forecasts, and those of several laws are never added up.
public struct RegulatoryExposure: Codable, Equatable, Sendable {
  /// The `id` of the facts' entry.
  public var regulation: String
  public var name: String
  public var jurisdiction: String
  public var regulator: String
  public var citation: String
  public var inForce: String
  /// The rule of the headline ceiling first, then the law's other rules.
  public var ceilings: [Ceiling]
  public var clocks: [Clock]
  /// The duties that a finding of membership inference touches.
  public var duties: [Duty]
  /// What the law makes of the finding, in the facts' words.
  public var implication: String
  public var origin: FactOrigin
  /// Whether the fact is older than 180 days at the study's date.
  public var isStale: Bool

  public struct Ceiling: Codable, Equatable, Sendable {
    public var rule: String
    public var kind: String
    public var isHeadline: Bool
    /// Null where the turnover that it needs is not stated, or it counts units.
    @Null public var amount: Double?
    public var currency: String
    /// How it is computed, as the facts name it: `greater-of`, `threshold-switch` ...
    public var combine: String
    @Null public var fixed: Double?
    /// In 0...1.
    @Null public var share: Double?
    @Null public var turnover: Double?
    /// What the turnover is of, such as `annual turnover in Singapore`.
    @Null public var basis: String?
    /// Years of imprisonment at most.
    @Null public var imprisonment: Double?
    @Null public var note: String?
    public var origin: FactOrigin
    /// When the rule applies; null where it always may.
    @Null public var tier: String? = nil
    @Null public var appliesTo: String? = nil
    /// The turnover above which the share takes the place of the fixed amount.
    @Null public var threshold: Double? = nil
    /// A multiple of an illegal gain in place of a share.
    @Null public var gainMultiple: Double? = nil
    /// What a corporation's fine may be multiplied by.
    @Null public var corporateMultiplier: Double? = nil
    /// What is counted, such as `violation`, the most for one, and how many the client states.
    @Null public var unit: String? = nil
    @Null public var unitAmount: Double? = nil
    @Null public var units: Int? = nil
    @Null public var annualCap: Double? = nil
    /// The cap that an authority applies at its discretion.
    @Null public var annualCapDiscretion: Double? = nil
    /// What the client stated, where it was converted to the rule's currency.
    @Null public var converted: Converted? = nil

    /// A turnover as stated, with the day of its rate.
    public struct Converted: Codable, Equatable, Sendable {
      public var amount: Double
      public var currency: String
      @Null public var day: String?
      public init(amount: Double, currency: String, day: String?) {
        self.amount = amount
        self.currency = currency
        self.day = day
      }
    }

    public init(
      rule: String, kind: String, isHeadline: Bool, amount: Double?, currency: String, combine: String, fixed: Double?,
      share: Double?, turnover: Double?, basis: String?, imprisonment: Double?, note: String?, origin: FactOrigin
    ) {
      self.rule = rule
      self.kind = kind
      self.isHeadline = isHeadline
      self.amount = amount
      self.currency = currency
      self.combine = combine
      self.fixed = fixed
      self.share = share
      self.turnover = turnover
      self.basis = basis
      self.imprisonment = imprisonment
      self.note = note
      self.origin = origin
    }
  }

  public struct Clock: Codable, Equatable, Sendable {
    /// `regulator` or `individuals`.
    public var to: String
    /// For sorting; null where the law names no number.
    @Null public var hours: Double?
    public var text: String
    public var starts: String
    public var trigger: String
    /// Calendar days, where the law counts them.
    @Null public var days: Int?
    @Null public var origin: FactOrigin?
    public init(
      to: String, hours: Double?, text: String, starts: String, trigger: String, days: Int? = nil,
      origin: FactOrigin? = nil
    ) {
      self.to = to
      self.hours = hours
      self.text = text
      self.starts = starts
      self.trigger = trigger
      self.days = days
      self.origin = origin
    }
  }

  public struct Duty: Codable, Equatable, Sendable {
    public var reference: String
    public var why: String
    @Null public var origin: FactOrigin?
    public init(reference: String, why: String, origin: FactOrigin? = nil) {
      self.reference = reference
      self.why = why
      self.origin = origin
    }
  }

  public init(
    regulation: String, name: String, jurisdiction: String, regulator: String, citation: String, inForce: String,
    ceilings: [Ceiling], clocks: [Clock], duties: [Duty], implication: String, origin: FactOrigin, isStale: Bool
  ) {
    self.regulation = regulation
    self.name = name
    self.jurisdiction = jurisdiction
    self.regulator = regulator
    self.citation = citation
    self.inForce = inForce
    self.ceilings = ceilings
    self.clocks = clocks
    self.duties = duties
    self.implication = implication
    self.origin = origin
    self.isStale = isStale
  }
}
