public import Study

/// What to ask whoever supplies a model, and what counts as an answer (`vendors.yaml`).
public struct VendorQuestions: Sendable {
  public struct Question: Equatable, Sendable {
    /// Such as `V1`.
    public let id: String
    public let question: String
    /// What a good answer comes with.
    public let evidence: String
    /// What the results can say themselves; nil where they say nothing.
    public let answer: Answer?
    /// The role that answers otherwise.
    public let askedOf: String
    /// Whether a supplier is refused without a good answer.
    public let isGate: Bool
    public let origin: FactOrigin
  }

  /// What of the results answers a question.
  public enum Answer: String, Codable, CaseIterable, Sendable {
    case attacks, rates, groups, adapted, duplicates, access, cadence
    /// Whether differential privacy was among the defences.
    case privateTraining = "private"
  }

  public let questions: [Question]
  /// What earns points, from none on.
  public let scores: [Statement]
  public let gate: Statement
  /// Points that a gate question needs.
  public let least: Int

  /// - Parameter root: The top of the file.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow(["questions", "scores", "gate"])
    questions = try Entries.named(in: try root.member("questions"), id: \Question.id) { (node) throws(ManifestError) in
      try Question(node)
    }
    scores = try Statement.list(try root.member("scores"), others: ["points"])
    let gate = try root.member("gate")
    self.gate = try Statement(gate, others: ["least"])
    least = try gate.member("least").whole(in: 0...max(0, scores.count - 1))
  }
}

extension VendorQuestions.Question {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "question", "evidence", "answer", "asked-of", "gate"] + FactOrigin.keys)
    id = try node.member("id").text()
    question = try node.member("question").text()
    evidence = try node.member("evidence").text()
    answer = try node["answer"]?.word(VendorQuestions.Answer.self)
    askedOf = try node.member("asked-of").text()
    isGate = try node["gate"]?.flag() ?? false
    origin = try FactOrigin(node)
  }
}
