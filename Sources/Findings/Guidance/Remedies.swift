public import Study

/// How leaks are mended: remedies, what published work says of them, and their order by rating (`remedies.yaml`).
public struct Remedies: Sendable {
  /// A published work that effects name.
  public struct Paper: Equatable, Sendable {
    public let id: String
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

  /// What to do at a rating for a model, in order; what does not fit it is replaced, and each remedy stands once.
  public func steps(for rating: Rating, model: String) -> [Remedy] {
    var steps: [Remedy] = []
    for id in playbook(for: rating)?.sequence ?? [] {
      guard let remedy = self[id] else { continue }
      let fitting = remedy.unfitFor.contains(model) ? remedy.instead.flatMap { self[$0] } : remedy
      if let fitting, !steps.contains(where: { $0.id == fitting.id }) { steps.append(fitting) }
    }
    return steps
  }

  /// What a strength means, in words.
  public func meaning(of strength: Remedy.Strength) -> String? { strengths.first { $0.id == strength.rawValue }?.says }

  /// The remedy that a defence of a manifest measures.
  public func tested(as defence: String) -> Remedy? { entries.first { $0.testedAs.contains(defence) } }

  /// - Parameter root: The top of the file.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow(["rules", "strengths", "papers", "remedies", "playbooks"])
    rules = try Statement.list(try root.member("rules"))
    strengths = try Statement.list(try root.member("strengths"), key: "means")
    let papers = try Entries.named(in: try root.member("papers"), id: \Paper.id) { (node) throws(ManifestError) in
      try node.allow(["id", "says"] + FactOrigin.keys)
      return Paper(id: try node.member("id").text(), origin: try FactOrigin(node))
    }
    self.papers = papers
    let entries = try Entries.named(in: try root.member("remedies"), id: \Remedy.id) { (node) throws(ManifestError) in
      try Remedy(node, papers: papers)
    }
    for entry in entries {
      guard let other = entry.instead, !entries.contains(where: { $0.id == other }) else { continue }
      throw try root.member("remedies").error("\(entry.id): 'instead' names '\(other)', which is no remedy")
    }
    self.entries = entries
    playbooks = try Entries.named(in: try root.member("playbooks"), id: \.id) { (node) throws(ManifestError) in
      try Playbook(node, remedies: entries)
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
