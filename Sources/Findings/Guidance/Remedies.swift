public import Study

/// How leaks are mended: remedies, what published work says of them, and their order by rating (`remedies.yaml`).
public struct Remedies: Sendable {
  /// A published work that effects name.
  public struct Paper: Equatable, Sendable {
    public let id: String
    public let origin: FactOrigin
  }

  /// A sentence that holds for every remedy, or what a strength means.
  public struct Statement: Equatable, Sendable {
    public let id: String
    public let says: String
    public let origin: FactOrigin
  }

  /// What to do at a rating, in order.
  public struct Playbook: Equatable, Sendable {
    public let id: String
    public let rating: Rating
    /// Ids of ``entries``; empty where nothing is to be mended yet.
    public let sequence: [String]
    /// By when all but standing remedies are done.
    public let targetDays: Int
    public let origin: FactOrigin
  }

  public let rules: [Statement]
  public let strengths: [Statement]
  public let papers: [Paper]
  public let entries: [Remedy]
  public let playbooks: [Playbook]

  public subscript(id: String) -> Remedy? { entries.first { $0.id == id } }

  public func playbook(for rating: Rating) -> Playbook? { playbooks.first { $0.rating == rating } }

  /// What a strength means, in words.
  public func meaning(of strength: Remedy.Strength) -> String? { strengths.first { $0.id == strength.rawValue }?.says }

  /// The remedy that a defence of a manifest measures.
  public func tested(as defence: String) -> Remedy? { entries.first { $0.testedAs.contains(defence) } }

  /// - Parameter root: The top of the file.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow(["rules", "strengths", "papers", "remedies", "playbooks"])
    rules = try Self.statements(try root.member("rules"), key: "says")
    strengths = try Self.statements(try root.member("strengths"), key: "means")
    let papers = try Entries.named(in: try root.member("papers"), id: \Paper.id) { (node) throws(ManifestError) in
      try node.allow(["id", "says"] + FactOrigin.keys)
      return Paper(id: try node.member("id").text(), origin: try FactOrigin(node))
    }
    self.papers = papers
    let entries = try Entries.named(in: try root.member("remedies"), id: \Remedy.id) { (node) throws(ManifestError) in
      try Remedy(node, papers: papers)
    }
    self.entries = entries
    playbooks = try Entries.named(in: try root.member("playbooks"), id: \.id) { (node) throws(ManifestError) in
      try Playbook(node, remedies: entries)
    }
  }

  private static func statements(_ list: FactNode, key: String) throws(ManifestError) -> [Statement] {
    try Entries.named(in: list, id: \.id) { (node) throws(ManifestError) in
      try node.allow(["id", key] + FactOrigin.keys)
      return Statement(
        id: try node.member("id").text(), says: try node.member(key).text(), origin: try FactOrigin(node))
    }
  }
}

extension Remedies.Playbook {
  fileprivate init(_ node: FactNode, remedies: [Remedy]) throws(ManifestError) {
    try node.allow(["id", "rating", "sequence", "target-days"] + FactOrigin.keys)
    id = try node.member("id").text()
    rating = try node.member("rating").word(Rating.self)
    let steps = try node.member("sequence")
    sequence = try steps.texts()
    for step in sequence where !remedies.contains(where: { $0.id == step }) {
      throw steps.error("names '\(step)', which is no remedy: use one of 'remedies' or add it there")
    }
    targetDays = try node.member("target-days").whole(in: 1...3_650)
    origin = try FactOrigin(node)
  }
}
