public import Study

/// What to watch once a model answers (`monitoring.yaml`).
public struct Monitoring: Sendable {
  /// An indicator whose threshold is a number of the results.
  public struct Measured: Equatable, Sendable {
    public let id: String
    public let indicator: String
    public let derived: Derivation
    public let window: String
    public let catches: String
    public let origin: FactOrigin
  }

  /// Which number of the results a threshold is.
  public enum Derivation: String, Codable, CaseIterable, Sendable {
    /// The upper end of the share of members found by the attack fixed beforehand.
    case leakUpper = "leak-upper"
    /// The largest upper end of any group.
    case groupUpper = "group-upper"
    /// The largest upper end of an area with memberships redrawn.
    case nullUpper = "null-upper"
    /// The lower end of the accuracy outside training.
    case accuracyLower = "accuracy-lower"
    /// Members named correctly by as many queries as the default quota allows in a day.
    case quotaYield = "quota-yield"
  }

  /// An indicator in the traffic, whose threshold is a default until it is calibrated.
  public struct Detector: Equatable, Sendable {
    public let id: String
    public let indicator: String
    public let statistic: String
    public let window: String
    public let threshold: Threshold
    public let catches: String
    public let evasion: String
    public let caution: String?
    public let origin: FactOrigin

    public struct Threshold: Equatable, Sendable {
      public let says: String
      public let origin: FactOrigin
    }
  }

  public let limits: [Statement]
  public let measured: [Measured]
  public let detectors: [Detector]
  public let controls: [Statement]
  public let canaries: [Statement]
  /// Names of fields and how they are kept.
  public let logFields: [Statement]
  public let logPrivacy: [Statement]
  public let runbook: [Statement]
  /// Queries that a client may send in a day unless another quota is set.
  public let quota: Int

  /// - Parameter root: The top of the file.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow([
      "limits", "measured", "detectors", "controls", "canaries", "log-fields", "log-privacy", "runbook",
    ])
    limits = try Statement.list(try root.member("limits"))
    measured = try Entries.named(in: try root.member("measured"), id: \Measured.id) { (node) throws(ManifestError) in
      try Measured(node)
    }
    detectors = try Entries.named(in: try root.member("detectors"), id: \Detector.id) { (node) throws(ManifestError) in
      try Detector(node)
    }
    let controls = try root.member("controls")
    self.controls = try Statement.list(controls, others: ["maps", "queries-a-day"])
    canaries = try Statement.list(try root.member("canaries"))
    logFields = try Statement.list(try root.member("log-fields"), key: "keep")
    logPrivacy = try Statement.list(try root.member("log-privacy"))
    runbook = try Statement.list(try root.member("runbook"))
    quota = try Self.quota(controls)
  }

  private static func quota(_ controls: FactNode) throws(ManifestError) -> Int {
    for control in try controls.list() {
      guard let quota = control["queries-a-day"] else { continue }
      try quota.allow(["value"] + FactOrigin.keys)
      return try quota.member("value").whole(in: 1...1_000_000_000)
    }
    throw controls.error("has no 'queries-a-day': state the default quota at the control that limits rates")
  }
}

extension Monitoring.Measured {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "indicator", "derived", "window", "catches"] + FactOrigin.keys)
    id = try node.member("id").text()
    indicator = try node.member("indicator").text()
    derived = try node.member("derived").word(Monitoring.Derivation.self)
    window = try node.member("window").text()
    catches = try node.member("catches").text()
    origin = try FactOrigin(node)
  }
}

extension Monitoring.Detector {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(
      ["id", "indicator", "statistic", "window", "threshold", "catches", "evasion", "caution"] + FactOrigin.keys)
    let origin = try FactOrigin(node)
    id = try node.member("id").text()
    indicator = try node.member("indicator").text()
    statistic = try node.member("statistic").text()
    window = try node.member("window").text()
    let threshold = try node.member("threshold")
    try threshold.allow(["says"] + FactOrigin.keys)
    self.threshold = Threshold(
      says: try threshold.member("says").text(), origin: try FactOrigin(threshold, inheriting: origin))
    catches = try node.member("catches").text()
    evasion = try node.member("evasion").text()
    caution = try node["caution"]?.text()
    self.origin = origin
  }
}
