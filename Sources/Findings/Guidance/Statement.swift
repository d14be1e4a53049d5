public import Study

/// A sentence of the facts with where it comes from.
public struct Statement: Equatable, Sendable {
  public let id: String
  public let says: String
  /// What to beware of; nil where nothing is said.
  public let caution: String?
  public let origin: FactOrigin
}

extension Statement {
  /// - Parameters:
  ///   - key: The member that holds the sentence.
  ///   - others: Members that another reads.
  init(_ node: FactNode, key: String = "says", others: [String] = [], entry: FactOrigin? = nil) throws(ManifestError) {
    try node.allow(["id", key, "caution"] + others + FactOrigin.keys)
    id = try node.member("id").text()
    says = try node.member(key).text()
    caution = try node["caution"]?.text()
    origin = try FactOrigin(node, inheriting: entry)
  }

  /// A list of such sentences.
  static func list(
    _ list: FactNode, key: String = "says", others: [String] = [], entry: FactOrigin? = nil
  ) throws(ManifestError) -> [Statement] {
    try Entries.named(in: list, id: \Statement.id) { (node) throws(ManifestError) in
      try Statement(node, key: key, others: others, entry: entry)
    }
  }
}
