import Study

extension Remedy {
  private static let keys =
    [
      "id", "name", "families", "strength", "condition", "does", "does-not", "effects", "utility-cost", "when",
      "verify",
      "cautions", "libraries", "owner", "horizon", "tested-as", "unfit-for", "instead", "effort-days", "compute",
    ] + FactOrigin.keys

  /// - Parameter papers: What an effect may name.
  init(_ node: FactNode, papers: [Remedies.Paper]) throws(ManifestError) {
    try node.allow(Self.keys)
    let id = try node.member("id").text()
    let origin = try FactOrigin(node)
    self.id = id
    self.origin = origin
    name = try node.member("name").text()
    families = try node.member("families").words(Family.self)
    strength = try node.member("strength").word(Strength.self)
    condition = try node["condition"]?.text()
    does = try node.member("does").text()
    doesNot = try node.member("does-not").text()
    effects = try Entries.each(in: node["effects"]) { (effect) throws(ManifestError) in
      try Effect(effect, papers: papers, entry: origin)
    }
    utilityCost = try node.member("utility-cost").text()
    when = try node.member("when").text()
    verify = try node.member("verify").texts()
    cautions = try node["cautions"]?.texts() ?? []
    libraries = try node["libraries"]?.texts() ?? []
    owner = try node.member("owner").text()
    horizon = try node.member("horizon").word(Horizon.self)
    testedAs = try node["tested-as"]?.texts() ?? [id]
    unfitFor = try node["unfit-for"]?.texts() ?? []
    instead = try node["instead"]?.text()
    effort = try Figure(try node.member("effort-days"), most: Self.mostDays, entry: origin)
    compute = try Figure(try node.member("compute"), most: Self.mostRuns, entry: origin)
  }

  /// Ten years of work.
  private static let mostDays = 2_500.0
  private static let mostRuns = 1e9
}

extension Remedy.Effect {
  fileprivate init(_ node: FactNode, papers: [Remedies.Paper], entry: FactOrigin) throws(ManifestError) {
    try node.allow(["says", "paper"] + FactOrigin.keys)
    says = try node.member("says").text()
    guard let named = node["paper"] else {
      origin = try FactOrigin(node, inheriting: entry)
      return
    }
    let id = try named.text()
    guard let paper = papers.first(where: { $0.id == id }) else {
      throw named.error("names the paper '\(id)', which is not among 'papers': add it there")
    }
    origin = paper.origin
  }
}

extension Remedy.Figure {
  fileprivate init(_ node: FactNode, most: Double, entry: FactOrigin) throws(ManifestError) {
    spread = try node.spread(in: 0...most)
    guard case .mapping = node.content else {
      (basis, origin) = (nil, entry)
      return
    }
    try node.allow(["low", "likely", "high", "basis"] + FactOrigin.keys)
    basis = try node["basis"]?.text()
    origin = try FactOrigin(node, inheriting: entry)
  }
}
