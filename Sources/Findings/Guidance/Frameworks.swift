public import Study

/// What findings are tagged with: frameworks, the entries of each, and which belong to which kind (`frameworks.yaml`).
public struct Frameworks: Sendable {
  /// A framework, standard or taxonomy.
  public struct Framework: Equatable, Sendable {
    public let id: String
    public let name: String
    public let use: String
    public let caution: String?
    /// Such as `5.6.0`; nil where it has none.
    public let version: String?
    public let entries: [Statement]
    public let origin: FactOrigin
  }

  /// One entry of a framework, as a finding names it.
  public struct Reference: Equatable, Sendable {
    public let framework: Framework
    public let entry: Statement
  }

  public let entries: [Framework]
  /// References in the form `framework: entry`, by kind of finding.
  private let kinds: [(id: String, references: [String])]

  /// - Parameter root: The top of the file.
  /// - Throws: ``Study/ManifestError``, also where a kind names what no framework has.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow(["frameworks", "kinds"])
    let frameworks = try Entries.named(in: try root.member("frameworks"), id: \Framework.id) {
      (node) throws(ManifestError) in try Framework(node)
    }
    entries = frameworks
    var kinds: [(id: String, references: [String])] = []
    for node in try root.member("kinds").list() {
      try node.allow(["id", "references"] + FactOrigin.keys)
      _ = try FactOrigin(node)
      let named = try node.member("references")
      let references = try named.texts()
      for reference in references where Self.reference(reference, among: frameworks) == nil {
        throw named.error("names '\(reference)', which no framework has: write it as 'framework: entry'")
      }
      kinds.append((try node.member("id").text(), references))
    }
    self.kinds = kinds
  }

  /// References of a kind of finding; empty for a kind that is not listed.
  public func references(for kind: Finding.Kind) -> [String] {
    kinds.first { $0.id == kind.rawValue }?.references ?? []
  }

  /// What a reference stands for; nil where no framework has it.
  public func reference(_ text: String) -> Reference? { Self.reference(text, among: entries) }

  private static func reference(_ text: String, among frameworks: [Framework]) -> Reference? {
    for framework in frameworks where text.hasPrefix(framework.id + ": ") {
      let id = text.dropFirst(framework.id.count + 2)
      if let entry = framework.entries.first(where: { $0.id == id }) {
        return Reference(framework: framework, entry: entry)
      }
    }
    return nil
  }
}

extension Frameworks.Framework {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "name", "use", "caution", "version", "entries"] + FactOrigin.keys)
    let origin = try FactOrigin(node)
    id = try node.member("id").text()
    name = try node.member("name").text()
    use = try node.member("use").text()
    caution = try node["caution"]?.text()
    version = try node["version"]?.text()
    if let list = node["entries"] { entries = try Statement.list(list, entry: origin) } else { entries = [] }
    self.origin = origin
  }
}
