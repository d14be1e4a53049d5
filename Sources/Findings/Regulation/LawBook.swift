public import Study

/// The laws that a finding of membership inference can touch, and what stands around them.
public struct LawBook: Sendable {
  public let laws: [Law]
  /// Sentences that hold for all laws.
  public let background: [Law.Remark]
  /// By which test a model is called anonymous; nil where the facts have none.
  public let anonymity: AnonymityTest?
  /// Rules of a sector to cite beside the general law.
  public let overlays: [Overlay]
  /// What authorities have done about models; none of it about membership inference.
  public let enforcement: [Enforcement]
  /// What to check again before use, and for which laws.
  public let recheck: [(remark: Law.Remark, laws: [String])]

  public struct Overlay: Equatable, Sendable {
    public let id: String
    public let jurisdiction: String
    public let sector: String
    public let name: String
    public let status: String
    public let relevance: String
    public let origin: FactOrigin
  }

  public struct Enforcement: Equatable, Sendable {
    public let id: String
    public let who: String
    public let when: String
    public let ground: String
    public let amount: Double?
    public let currency: String?
    public let note: String?
    public let origin: FactOrigin
  }

  public subscript(id: String) -> Law? { laws.first { $0.id == id } }

  /// A rule and the law that it stands in.
  public func rule(_ id: String) -> (law: Law, rule: PenaltyRule)? {
    for law in laws {
      if let rule = law.rules.first(where: { $0.id == id }) { return (law, rule) }
    }
    return nil
  }

  /// - Parameters:
  ///   - root: The top of `regulation.yaml`.
  ///   - context: The top of `regulation-context.yaml`.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode, context: FactNode) throws(ManifestError) {
    try root.allow(["laws"])
    laws =
      try root["laws"].map { (list) throws(ManifestError) in
        try Entries.named(in: list, id: \Law.id) { (node) throws(ManifestError) in try Law(node) }
      } ?? []
    try context.allow(["background", "anonymity", "overlays", "enforcement", "recheck"])
    background = try Entries.each(in: context["background"]) { (node) throws(ManifestError) in try Law.Remark(node) }
    anonymity = try context["anonymity"].map { (node) throws(ManifestError) in try AnonymityTest(node) }
    overlays = try Entries.each(in: context["overlays"]) { (node) throws(ManifestError) in try Overlay(node) }
    enforcement = try Entries.each(in: context["enforcement"]) { (node) throws(ManifestError) in
      try Enforcement(node)
    }
    recheck = try Entries.each(in: context["recheck"]) { (node) throws(ManifestError) in
      (try Law.Remark(node), try node["laws"]?.texts() ?? [])
    }
  }

  /// A sentence that holds for all laws, by its id.
  public func background(_ id: String) -> Law.Remark? { background.first { $0.id == id } }
}

extension LawBook.Overlay {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "jurisdiction", "sector", "name", "status", "relevance"] + FactOrigin.keys)
    id = try node.member("id").text()
    jurisdiction = try node.member("jurisdiction").text()
    sector = try node.member("sector").text()
    name = try node.member("name").text()
    status = try node.member("status").text()
    relevance = try node.member("relevance").text()
    origin = try FactOrigin(node)
  }
}

extension LawBook.Enforcement {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "who", "when", "ground", "amount", "currency", "note"] + FactOrigin.keys)
    id = try node.member("id").text()
    who = try node.member("who").text()
    when = try node.member("when").text()
    ground = try node.member("ground").text()
    amount = try node["amount"]?.number(in: 0...1e18)
    currency = try node["currency"]?.currency()
    note = try node["note"]?.text()
    origin = try FactOrigin(node)
  }
}
