public import Study

/// What encryption in use does and does not do against inference on a model's answers (`encryption.yaml`).
public struct Encryption: Sendable {
  public struct Technique: Equatable, Sendable {
    public let id: String
    public let name: String
    /// What it guards from whom.
    public let protects: String
    public let does: String
    public let doesNot: String
    /// What to join it with.
    public let companion: String
    public let verify: String
    public let origin: FactOrigin
  }

  public let principles: [Statement]
  public let techniques: [Technique]

  /// - Parameter root: The top of the file.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow(["principles", "techniques"])
    principles = try Statement.list(try root.member("principles"))
    techniques = try Entries.named(in: try root.member("techniques"), id: \Technique.id) {
      (node) throws(ManifestError) in try Technique(node)
    }
  }
}

extension Encryption.Technique {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "name", "protects", "does", "does-not", "with", "verify"] + FactOrigin.keys)
    id = try node.member("id").text()
    name = try node.member("name").text()
    protects = try node.member("protects").text()
    does = try node.member("does").text()
    doesNot = try node.member("does-not").text()
    companion = try node.member("with").text()
    verify = try node.member("verify").text()
    origin = try FactOrigin(node)
  }
}
