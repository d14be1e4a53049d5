public import Privacy
public import Study

extension BudgetRequest {
  private enum Years: String, CaseIterable {
    case all
    case first
    case later
  }

  private enum KindName: String, CaseIterable {
    case gaussian
    case laplace
  }

  private static let mostStages = 50

  /// Reads a budget.
  ///
  /// - Parameters:
  ///   - text: UTF-8 YAML.
  ///   - file: How messages call the file.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ text: [UInt8], file: String) throws(ManifestError) {
    let root = try FactNode(text, file: file)
    try root.allow(["epsilon", "delta", "years", "objective", "stages"])
    let years = try root["years"]?.whole(in: 1...Self.mostYears) ?? 1
    let nodes = try root.member("stages").list()
    guard (1...Self.mostStages).contains(nodes.count) else {
      throw root.error("stages has \(nodes.count) entries but must have 1 to \(Self.mostStages)")
    }
    var stages: [Stage] = []
    for node in nodes {
      let stage = try Self.stage(node, years: years)
      guard !stages.contains(where: { $0.name == stage.name }) else {
        throw node.error("the name '\(stage.name)' stands twice: give each stage its own")
      }
      stages.append(stage)
    }
    self.init(
      epsilon: try Self.positive(root.member("epsilon"), most: 1_000),
      delta: try Self.positive(root.member("delta"), most: 0.5), years: years,
      objective: try root["objective"]?.word(Objective.self) ?? .leastNoise, stages: stages)
  }

  private static func stage(_ node: FactNode, years: Int) throws(ManifestError) -> Stage {
    try node.allow(["name", "mechanism", "sampling-rate", "steps", "years", "weight", "noise"])
    var noise: Double?
    if let settled = node["noise"] { noise = try settled.number(in: Mechanism.leastNoise...Mechanism.mostNoise) }
    var weight = 1.0
    if let given = node["weight"] { weight = try positive(given, most: 1e6) }
    return Stage(
      name: try node.member("name").text(), kind: try kind(node),
      steps: try node["steps"]?.whole(in: 1...1_000_000) ?? 1, years: try Self.years(node["years"], of: years),
      weight: weight, noise: noise)
  }

  private static func kind(_ node: FactNode) throws(ManifestError) -> Kind {
    let rate = node["sampling-rate"]
    switch try node["mechanism"]?.word(KindName.self) ?? .gaussian {
    case .gaussian:
      return .gaussian(rate: try rate.map { rate throws(ManifestError) in try positive(rate, most: 1) } ?? 1)
    case .laplace:
      if let rate { throw rate.error("laplace uses all records: leave it out") }
      return .laplace
    }
  }

  private static func positive(_ node: FactNode, most: Double) throws(ManifestError) -> Double {
    let value = try node.number(in: 0...most)
    guard value > 0 else { throw node.error("is 0 but must be above 0") }
    return value
  }

  private static func years(_ node: FactNode?, of all: Int) throws(ManifestError) -> [Int] {
    guard let node else { return Array(1...all) }
    if case .list(let nodes) = node.content {
      var years: Set<Int> = []
      for year in nodes {
        guard years.insert(try year.whole(in: 1...all)).inserted else { throw year.error("the year stands twice") }
      }
      guard !years.isEmpty else { throw node.error("is empty: name a year, or leave it out for all") }
      return years.sorted()
    }
    switch try node.word(Years.self) {
    case .all: return Array(1...all)
    case .first: return [1]
    case .later:
      guard all > 1 else { throw node.error("is 'later', but there is only one year") }
      return Array(2...all)
    }
  }
}
