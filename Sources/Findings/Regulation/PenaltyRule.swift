public import Study

/// How one rule of a law computes the most that it can ask for.
public struct PenaltyRule: Equatable, Sendable {
  public enum Combine: String, Codable, CaseIterable, Sendable {
    case greaterOf = "greater-of"
    case lesserOf = "lesser-of"
    case percentOnly = "percent-only"
    case fixed
    case thresholdSwitch = "threshold-switch"
    case perUnit = "per-unit"

    public var needsTurnover: Bool { self != .fixed && self != .perUnit }
  }

  public let id: String
  /// Such as `administrative`.
  public let kind: String
  public let appliesTo: String
  public let combine: Combine
  /// ISO 4217.
  public let currency: String
  public let isHeadline: Bool
  /// When the rule applies; nil where it always may.
  public let tier: String?
  public let fixed: Double?
  /// Of the turnover, in 0...1.
  public let share: Double?
  /// The least share of a range whose upper end is ``share``.
  public let shareLeast: Double?
  /// The turnover above which ``share`` takes the place of ``fixed``.
  public let threshold: Double?
  public let basis: String?
  public let basisNote: String?
  /// A multiple of an illegal gain in place of a share; nobody states such a gain here, so there is no amount.
  public let gainMultiple: Double?
  /// For small and medium enterprises.
  public let smallCombine: Combine?
  /// What is counted, such as `violation`.
  public let unit: String?
  public let unitLeast: Double?
  public let unitMost: Double?
  public let annualCap: Double?
  /// The cap that an authority applies at its discretion.
  public let annualCapDiscretion: Double?
  /// Years at most.
  public let imprisonment: Double?
  /// What a corporation's fine may be multiplied by.
  public let corporateMultiplier: Double?
  public let note: String?
  /// How sure the wording of the figures is: `high` or `medium`.
  public let certainty: String
  public let origin: FactOrigin

  /// The statutory maximum; nil where what it needs is not known.
  ///
  /// - Parameters:
  ///   - turnover: In the rule's ``currency``, by its ``basis``.
  ///   - units: Violations, or whatever ``unit`` says.
  ///   - isSmall: Whether ``smallCombine`` applies.
  public func ceiling(turnover: Double?, units: Int?, isSmall: Bool = false) -> Double? {
    switch combine(isSmall: isSmall) {
    case .fixed: return fixed
    case .perUnit:
      guard let units, let unitMost else { return nil }
      return min(Double(units) * unitMost, annualCap ?? .infinity)
    case .percentOnly: return part(of: turnover)
    case .greaterOf: return part(of: turnover).flatMap { part in fixed.map { max($0, part) } }
    case .lesserOf: return part(of: turnover).flatMap { part in fixed.map { min($0, part) } }
    case .thresholdSwitch:
      guard let turnover, let threshold else { return nil }
      return turnover > threshold ? part(of: turnover) : fixed
    }
  }

  /// By which of the two ways it is computed.
  public func combine(isSmall: Bool) -> Combine { isSmall ? smallCombine ?? combine : combine }

  private func part(of turnover: Double?) -> Double? {
    guard let turnover, let share else { return nil }
    return share * turnover
  }
}

extension PenaltyRule {
  private static let keys =
    [
      "id", "kind", "combine", "applies-to", "fixed", "share", "share-least", "threshold", "basis", "basis-note",
      "gain-multiple", "small-combine", "unit", "unit-least", "unit-most", "annual-cap", "annual-cap-discretion",
      "imprisonment", "corporate-multiplier", "currency", "headline", "tier", "note", "certainty",
    ] + FactOrigin.keys
  private static let amounts = 0...1e18

  /// - Throws: ``Study/ManifestError`` if it lacks a figure that its way of computing needs.
  init(_ node: FactNode, law: FactOrigin) throws(ManifestError) {
    try node.allow(Self.keys)
    id = try node.member("id").text()
    kind = try node.member("kind").text()
    appliesTo = try node.member("applies-to").text()
    combine = try node.member("combine").word(Combine.self)
    currency = try node.member("currency").currency()
    isHeadline = try node["headline"]?.flag() ?? false
    tier = try node["tier"]?.text()
    fixed = try node["fixed"]?.number(in: Self.amounts)
    share = try node["share"]?.number(in: 0...1)
    shareLeast = try node["share-least"]?.number(in: 0...1)
    threshold = try node["threshold"]?.number(in: Self.amounts)
    basis = try node["basis"]?.text()
    basisNote = try node["basis-note"]?.text()
    gainMultiple = try node["gain-multiple"]?.number(in: 0...1_000)
    smallCombine = try node["small-combine"]?.word(Combine.self)
    unit = try node["unit"]?.text()
    unitLeast = try node["unit-least"]?.number(in: Self.amounts)
    unitMost = try node["unit-most"]?.number(in: Self.amounts)
    annualCap = try node["annual-cap"]?.number(in: Self.amounts)
    annualCapDiscretion = try node["annual-cap-discretion"]?.number(in: Self.amounts)
    imprisonment = try node["imprisonment"]?.number(in: 0...100)
    corporateMultiplier = try node["corporate-multiplier"]?.number(in: 1...1_000)
    note = try node["note"]?.text()
    certainty = try node.member("certainty").text()
    origin = try FactOrigin(node, inheriting: law)
    try checkFigures(node)
  }

  private func checkFigures(_ node: FactNode) throws(ManifestError) {
    let needed: [String] =
      switch combine {
      case .fixed: ["fixed"]
      case .percentOnly: ["share", "basis"]
      case .greaterOf, .lesserOf: gainMultiple == nil ? ["fixed", "share", "basis"] : ["fixed"]
      case .thresholdSwitch: ["fixed", "share", "threshold", "basis"]
      case .perUnit: ["unit", "unit-most"]
      }
    for key in needed { _ = try node.member(key) }
  }
}

extension FactNode {
  /// Three capital letters.
  func currency() throws(ManifestError) -> String {
    let text = try text()
    guard text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw error("must be a currency of three capital letters such as SGD")
    }
    return text
  }
}
