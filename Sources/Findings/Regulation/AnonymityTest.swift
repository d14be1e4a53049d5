public import Study

/// When a model trained on personal data may be called anonymous, as an authority puts it.
public struct AnonymityTest: Equatable, Sendable {
  public let id: String
  public let name: String
  /// The day of the opinion, `yyyy-mm-dd`.
  public let day: String
  /// Ids of the laws it was given under.
  public let laws: [String]
  /// What must each be insignificant.
  public let criteria: [Law.Remark]
  public let test: String
  public let attacks: String
  public let documentation: Law.Remark
  /// Attacks that the opinion names and that are not membership inference.
  public let untested: [String]
  public let origin: FactOrigin

  init(_ node: FactNode) throws(ManifestError) {
    try node.allow(
      ["id", "name", "of", "laws", "criteria", "test", "attacks", "documentation", "untested"] + FactOrigin.keys)
    let origin = try FactOrigin(node)
    self.origin = origin
    id = try node.member("id").text()
    name = try node.member("name").text()
    day = try node.member("of").text()
    laws = try node.member("laws").texts()
    criteria = try Entries.each(in: node["criteria"]) { (one) throws(ManifestError) in
      try Law.Remark(one, inheriting: origin)
    }
    test = try node.member("test").text()
    attacks = try node.member("attacks").text()
    documentation = try Law.Remark(try node.member("documentation"), inheriting: origin)
    untested = try node.member("untested").texts()
  }
}

/// Whether the claim that a model is anonymous can be made on what was measured.
///
/// A shown leak speaks against it; that none was shown does not prove it, for other attacks were not tried.
public struct AnonymityEvidence: Equatable, Sendable {
  /// ``CellResult/id`` of those that leak: the claim cannot be made for them on this evidence.
  public let leaking: [String]
  /// Of those whose tests showed no leak.
  public let silent: [String]
  /// Of those whose evidence is too thin to say anything.
  public let thin: [String]

  public init(_ results: Results) {
    let done = results.cells.filter { $0.status == .done }
    leaking = done.filter { $0.verdict == .leak }.map(\.id)
    silent = done.filter { $0.verdict == .noLeakShown }.map(\.id)
    thin = done.filter { $0.verdict == .insufficientEvidence }.map(\.id)
  }
}
