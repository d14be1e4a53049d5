public import Study

/// What guards membership at each stage of a model's life (`life-cycle.yaml`).
public struct LifeCycle: Sendable {
  public struct Stage: Equatable, Sendable {
    public let id: String
    public let name: String
    public let risk: String
    /// What is done at this stage.
    public let duties: [String]
    /// Ids of remedies that belong here.
    public let remedies: [String]
    /// The role that sees to it.
    public let owner: String
    public let origin: FactOrigin
  }

  /// From collection to retirement.
  public let stages: [Stage]

  /// - Parameters:
  ///   - root: The top of the file.
  ///   - remedies: What a stage may name.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode, remedies: Remedies) throws(ManifestError) {
    try root.allow(["stages"])
    stages = try Entries.named(in: try root.member("stages"), id: \Stage.id) { (node) throws(ManifestError) in
      try Stage(node, remedies: remedies)
    }
  }
}

extension LifeCycle.Stage {
  fileprivate init(_ node: FactNode, remedies known: Remedies) throws(ManifestError) {
    try node.allow(["id", "name", "risk", "do", "remedies", "owner"] + FactOrigin.keys)
    id = try node.member("id").text()
    name = try node.member("name").text()
    risk = try node.member("risk").text()
    duties = try node.member("do").texts()
    remedies = try node["remedies"]?.texts() ?? []
    for remedy in remedies where known[remedy] == nil {
      throw node.error("names '\(remedy)', which is no remedy of remedies.yaml")
    }
    owner = try node.member("owner").text()
    origin = try FactOrigin(node)
  }
}
