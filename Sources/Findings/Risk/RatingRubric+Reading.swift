public import Study

extension RatingRubric {
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow([
      "source", "as-of", "confidence", "grades", "none-detected", "groups", "sensitivities", "exposures", "matrix",
      "limits", "prior", "meanings",
    ])
    origin = try FactOrigin(root)
    grades = try Self.grades(root.member("grades"))
    let none = try root.member("none-detected")
    mostAboveRate = try none.member("most-above-rate").number(in: 0...1)
    noneTitle = try none.member("title").text()
    leastGroup = try root.member("groups").member("least-members").whole(in: 1...1_000_000)
    sensitivities = try Self.each(root.member("sensitivities"), Sensitivity.self) {
      node, sensitivity throws(ManifestError) in
      SensitivityRule(
        sensitivity: sensitivity, title: try node.member("title").text(), examples: try node.member("examples").texts())
    }
    exposures = try Self.exposures(root.member("exposures"))
    matrix = try Self.matrix(root.member("matrix"))
    var limits: [Limit] = []
    for node in try root.member("limits").list() { limits.append(try Limit(node)) }
    self.limits = limits
    let prior = try root.member("prior")
    raiseFrom = try prior.member("raise-from").number(in: 0...1)
    lowerBelow = try prior.member("lower-below").number(in: 0...1)
    meanings = try Self.each(root.member("meanings"), Rating.self) { node, rating throws(ManifestError) in
      Meaning(
        rating: rating, title: try node.member("title").text(), days: try node.member("days").whole(in: 1...10_000),
        release: try node.member("release").text())
    }
  }

  /// Entries whose ids are all the words of an enumeration, in any order.
  private static func each<Word: RawRepresentable & CaseIterable & Equatable, Value>(
    _ list: FactNode, _ words: Word.Type, read: (FactNode, Word) throws(ManifestError) -> Value
  ) throws(ManifestError) -> [Value] where Word.RawValue == String {
    var (values, seen): ([Value], [Word]) = ([], [])
    for node in try list.list() {
      let word = try node.member("id").word(Word.self)
      guard !seen.contains(word) else { throw node.error("stands twice: remove one") }
      seen.append(word)
      values.append(try read(node, word))
    }
    for word in Word.allCases where !seen.contains(word) { throw list.error("has no '\(word.rawValue)': add it") }
    return values
  }

  /// Strictly falling from the gravest, so that a higher grade is harder to reach by every criterion.
  private static func grades(_ list: FactNode) throws(ManifestError) -> [GradeRule] {
    var grades: [GradeRule] = []
    for node in try list.list() {
      try node.allow(["id", "title", "ratio", "auc", "epsilon", "source", "as-of", "confidence"])
      let rule = GradeRule(
        grade: try node.member("id").word(LeakageGrade.self), title: try node.member("title").text(),
        ratio: try node.member("ratio").number(in: 1...1e9), auc: try node.member("auc").number(in: 0.5...1),
        epsilon: try node.member("epsilon").number(in: 0...100))
      if let last = grades.last, rule.ratio >= last.ratio || rule.auc >= last.auc || rule.epsilon >= last.epsilon {
        throw node.error("must be easier to reach than \(last.grade.rawValue) by every criterion")
      }
      grades.append(rule)
    }
    guard grades.map(\.grade) == [.g4, .g3, .g2, .g1] else { throw list.error("must be G4, G3, G2 and G1 in order") }
    return grades
  }

  private static func exposures(_ list: FactNode) throws(ManifestError) -> [ExposureRule] {
    var (rules, seen): ([ExposureRule], [AccessLevel]) = ([], [])
    for node in try list.list() {
      try node.allow(["id", "title", "levels", "shift", "source", "as-of", "confidence"])
      var levels: [AccessLevel] = []
      for level in try node.member("levels").list() {
        levels.append(try level.word(AccessLevel.self))
        guard !seen.contains(levels[levels.count - 1]) else { throw level.error("stands in two exposures") }
      }
      seen += levels
      rules.append(
        ExposureRule(
          id: try node.member("id").text(), title: try node.member("title").text(), levels: levels,
          shift: try node.member("shift").whole(in: -4...4)))
    }
    for level in AccessLevel.allCases where !seen.contains(level) {
      throw list.error("has no exposure for \(level.rawValue): add it to one")
    }
    return rules
  }

  private static func matrix(_ node: FactNode) throws(ManifestError) -> [LeakageGrade: [Sensitivity: Rating]] {
    var matrix: [LeakageGrade: [Sensitivity: Rating]] = [:]
    for grade in [LeakageGrade.g0, .g1, .g2, .g3, .g4] {
      let row = try node.member(grade.rawValue)
      for sensitivity in Sensitivity.allCases {
        matrix[grade, default: [:]][sensitivity] = try row.member(sensitivity.rawValue).word(Rating.self)
      }
    }
    return matrix
  }
}

extension RatingRubric.Limit {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow([
      "id", "grades", "sensitivities", "at-least", "at-most", "source", "as-of", "confidence",
    ])
    id = try node.member("id").text()
    var (grades, sensitivities): ([LeakageGrade], [Sensitivity]) = ([], [])
    if let list = node["grades"] { for word in try list.list() { grades.append(try word.word(LeakageGrade.self)) } }
    if let list = node["sensitivities"] {
      for word in try list.list() { sensitivities.append(try word.word(Sensitivity.self)) }
    }
    (self.grades, self.sensitivities) = (grades, sensitivities)
    least = try node["at-least"]?.word(Rating.self)
    most = try node["at-most"]?.word(Rating.self)
    guard (least == nil) != (most == nil) else { throw node.error("needs 'at-least' or 'at-most', one of them") }
  }
}
