public import Study

extension SharingRules {
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow([
      "source", "as-of", "confidence", "levels", "tests", "required", "matrix", "stricter-for", "conditions",
      "conditions-by-level", "roles", "approvals", "reviews", "triggers",
    ])
    origin = try FactOrigin(root)
    levels = try Self.list(root, "levels") { node throws(ManifestError) in
      Level(
        level: try node.member("id").word(AccessLevel.self), title: try node.member("title").text(),
        attacker: try node.member("attacker").text(), revocable: try node.member("revocable").text())
    }
    tests = try Self.list(root, "tests") { node throws(ManifestError) in
      Test(
        id: try node.member("id").text(), title: try node.member("title").text(),
        attacks: try node["attacks"]?.texts() ?? [], measure: try node["measure"]?.word(Test.Measure.self))
    }
    conditions = try Self.list(root, "conditions", read: Self.named)
    roles = try Self.list(root, "roles", read: Self.named)
    reviews = try Self.list(root, "reviews") { node throws(ManifestError) in
      Review(
        rating: try node.member("id").word(Rating.self), months: try node["months"]?.whole(in: 1...120),
        title: try node.member("title").text())
    }
    var stricter: [Sensitivity] = []
    for word in try root.member("stricter-for").list() { stricter.append(try word.word(Sensitivity.self)) }
    stricterFor = stricter
    triggers = try root.member("triggers").texts()
    required = try Self.byLevel(root.member("required"), known: tests.map(\.id))
    conditionsByLevel = try Self.byLevel(root.member("conditions-by-level"), known: conditions.map(\.id))
    approvals = try Self.approvals(root.member("approvals"), known: roles.map(\.id))
    matrix = try Self.matrix(root.member("matrix"), levels: levels.map(\.level))
  }

  private static func list<Value>(
    _ root: FactNode, _ key: String, read: (FactNode) throws(ManifestError) -> Value
  ) throws(ManifestError) -> [Value] {
    var values: [Value] = []
    for node in try root.member(key).list() { values.append(try read(node)) }
    return values
  }

  private static func named(_ node: FactNode) throws(ManifestError) -> Named {
    Named(id: try node.member("id").text(), title: try node.member("title").text(), duty: try node["duty"]?.text())
  }

  private static func names(_ node: FactNode, known: [String]) throws(ManifestError) -> [String] {
    var names: [String] = []
    for entry in try node.list() {
      let name = try entry.text()
      guard known.contains(name) else { throw entry.error("'\(name)' is not among \(known.joined(separator: ", "))") }
      names.append(name)
    }
    return names
  }

  private static func byLevel(_ node: FactNode, known: [String]) throws(ManifestError) -> [AccessLevel: [String]] {
    var result: [AccessLevel: [String]] = [:]
    for (key, entry) in try node.members() {
      guard let level = AccessLevel(rawValue: key) else { throw entry.error("is no level of access") }
      result[level] = try names(entry, known: known)
    }
    return result
  }

  private static func approvals(
    _ node: FactNode, known: [String]
  ) throws(ManifestError) -> [LevelRating.Decision: [String]] {
    var result: [LevelRating.Decision: [String]] = [:]
    for decision in LevelRating.Decision.allCases {
      result[decision] = try names(node.member(decision.rawValue), known: known)
    }
    return result
  }

  private static func matrix(
    _ node: FactNode, levels: [AccessLevel]
  ) throws(ManifestError) -> [Rating: [AccessLevel: LevelRating.Decision]] {
    var matrix: [Rating: [AccessLevel: LevelRating.Decision]] = [:]
    for rating in Rating.allCases {
      let row = try node.member(rating.rawValue)
      for level in levels {
        matrix[rating, default: [:]][level] = try row.member(level.rawValue).word(LevelRating.Decision.self)
      }
    }
    return matrix
  }
}
