extension Gate {
  static let keys = ["match", "on-insufficient", "levels", "changes"]
  static let selectors = ["dataset", "model", "defence", "attack", "access"]
  /// The false-positive rates that runs measure.
  public static let rates = [0.001, 0.01, 0.05, 0.1]
  private static let longestName = 200

  /// Reads a gate.
  ///
  /// - Parameters:
  ///   - text: UTF-8 YAML.
  ///   - file: How messages call the file.
  /// - Throws: ``ManifestError`` with file, line, column, the value, and the nearest valid names.
  public static func read(_ text: [UInt8], file: String) throws(ManifestError) -> Gate {
    let root = try ManifestNode.root(of: text, file: file, kind: "a gate")
    let members = try root.members(of: "the gate", known: keys)
    var rules: [Rule] = []
    for (key, kind) in [("levels", Rule.Kind.level), ("changes", .change)] {
      guard let node = members[key] else { continue }
      for element in try node.list(of: key) { rules.append(try rule(element, kind)) }
    }
    guard !rules.isEmpty else { throw root.error("the gate has no rule: add 'levels' or 'changes'") }
    var gate = Gate(match: nil, onInsufficient: .stop, rules: rules)
    if let node = members["match"] {
      gate.match = try node.choice(of: "match", among: MatchRule.allCases.map { ($0.rawValue, $0) })
    }
    if let node = members["on-insufficient"] {
      gate.onInsufficient = try node.choice(
        of: "on-insufficient", among: Insufficient.allCases.map { ($0.rawValue, $0) })
    }
    return gate
  }

  /// What bounds a figure.
  static func limitKey(_ kind: Rule.Kind, _ figure: Rule.Figure) -> String {
    switch (kind, figure) {
    case (.level, .accuracy): "at-least"
    case (.level, _): "at-most"
    case (.change, .accuracy): "fall"
    case (.change, _): "rise"
    }
  }

  /// The keys that a rule may have.
  static func keys(_ kind: Rule.Kind, _ figure: Rule.Figure) -> [String] {
    ["figure"] + (figure == .tpr ? ["at"] : []) + [limitKey(kind, figure)]
      + selectors.filter { figure != .accuracy || !["attack", "access"].contains($0) }
  }

  private static func rule(_ node: ManifestNode, _ kind: Rule.Kind) throws(ManifestError) -> Rule {
    let what = "a \(kind.rawValue)"
    let any = Rule.Figure.allCases.flatMap { keys(kind, $0) }
    let loose = try node.members(of: what, known: any.indices.filter { !any[..<$0].contains(any[$0]) }.map { any[$0] })
    guard let figureNode = loose["figure"] else {
      throw node.error("\(what) has no 'figure': add auc, tpr or accuracy")
    }
    let figure = try figureNode.choice(of: "figure", among: Rule.Figure.allCases.map { ($0.rawValue, $0) })
    let members = try node.members(of: "\(what) of \(figure.rawValue)", known: keys(kind, figure))
    let key = limitKey(kind, figure)
    guard let limitNode = members[key] else {
      throw node.error("\(what) of \(figure.rawValue) has no '\(key)': add it")
    }
    return Rule(
      kind: kind, figure: figure, at: try rate(members["at"], figure, node),
      limit: try limitNode.number(of: key, in: 0...1), selection: try selection(members), line: node.line ?? 1)
  }

  private static func rate(
    _ given: ManifestNode?, _ figure: Rule.Figure, _ rule: ManifestNode
  ) throws(ManifestError) -> Double? {
    guard figure == .tpr else { return nil }
    let allowed = rates.map { "\($0)" }.joined(separator: ", ")
    guard let given else {
      throw rule.error("a rule of tpr has no 'at', its false-positive rate: add one of \(allowed)")
    }
    let value = try given.number(of: "at", in: 0...1)
    guard rates.contains(value) else { throw given.error("at must be one of \(allowed), not \(given.shown)") }
    return value
  }

  private static func selection(_ members: [String: ManifestNode]) throws(ManifestError) -> Selection {
    var result = Selection()
    result.datasets = try names(members["dataset"], of: "dataset")
    result.models = try names(members["model"], of: "model")
    result.defences = try names(members["defence"], of: "defence")
    result.attacks = try names(members["attack"], of: "attack")
    if let node = members["access"] {
      for element in try node.several(of: "access") {
        result.access.append(try element.choice(of: "access", among: Access.allCases.map { ($0.rawValue, $0) }))
      }
    }
    return result
  }

  private static func names(_ node: ManifestNode?, of key: String) throws(ManifestError) -> [String] {
    guard let node else { return [] }
    var result: [String] = []
    for element in try node.several(of: key) { result.append(try element.text(of: key, longest: longestName)) }
    return result
  }
}
