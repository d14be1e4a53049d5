import Study

/// From results and ratings to the findings of a report, the gravest first.
///
/// - Likelihood follows the leakage grade (G3 and G4 high, G2 medium, G1 and G0 low), impact the sensitivity (S4 and S3
///   high, S2 medium, S1 low); both are unknown where nothing is rated.
/// - Actions are those of the playbook of the rating that fit the model; of an unrated leak, those of Moderate.
struct FindingMaker {
  let results: Results
  let targets: [TargetRating]
  let remedies: Remedies
  let frameworks: Frameworks

  /// All of them, numbered.
  func findings() -> [Finding] {
    let groups = CellGroup.groups(of: results.cells)
    var drafts: [Finding] = []
    for group in groups {
      drafts +=
        [leak(group), groupLeak(group)].compactMap { $0 } + masking(group) + [defenceWorks(group)].compactMap { $0 }
    }
    drafts += gathered(.slightLeak, groups) + gathered(.ungradedLeak, groups)
    drafts += failedChecks() + [insufficient(), noLeak(groups)].compactMap { $0 }
    let sorted = drafts.enumerated().sorted { one, other in
      let (a, b) = (Self.order(one.element), Self.order(other.element))
      return a == b ? one.offset < other.offset : a.lexicographicallyPrecedes(b)
    }
    return Self.joined(sorted.map(\.element)).enumerated().map { index, draft in
      var finding = draft
      finding.id = "F-" + (index < 9 ? "0" : "") + String(index + 1)
      return finding
    }
  }

  /// Findings about groups and about masking stand once, with the numbers of the gravest and the names of the others.
  private static func joined(_ findings: [Finding]) -> [Finding] {
    var result: [Finding] = []
    for finding in findings {
      let place = result.firstIndex { $0.kind == finding.kind && [.groupLeak, .masking].contains(finding.kind) }
      guard let place else {
        result.append(finding)
        continue
      }
      result[place].cells += finding.cells.prefix(1).filter { !result[place].cells.contains($0) }
      result[place].actions += finding.actions.filter { !result[place].actions.contains($0) }
    }
    return result
  }

  /// Gravity: the rating, then the kind, then how far the lower end lies above guessing.
  private static func order(_ finding: Finding) -> [Double] {
    let kind = Finding.Kind.allCases.firstIndex(of: finding.kind) ?? 0
    let strength = finding.point.map { $0.low / $0.fprLimit } ?? 0
    return [Double(gravity(finding.rating)), Double(kind), strength.isNaN ? 0 : -strength]
  }

  /// 0 for the gravest; what is not rated stands between Moderate and Inconclusive.
  static func gravity(_ rating: Rating?) -> Int {
    switch rating {
    case .critical: 0
    case .high: 1
    case .moderate: 2
    case nil: 3
    case .inconclusive: 4
    case .low: 5
    case .minimal: 6
    }
  }

  func target(_ cell: CellResult) -> TargetRating? { targets.first { $0.cell == cell.id } }

  /// The gravest first; of equal ratings an undefended one, then the one whose interval lies highest above guessing.
  func graded(_ cells: [CellResult]) -> [CellResult] {
    cells.enumerated().sorted { one, other in
      let (a, b) = (Self.gravity(target(one.element)?.rating), Self.gravity(target(other.element)?.rating))
      if a != b { return a < b }
      let isOpen = [one, other].map { $0.element.defence == CellGroup.undefended }
      if isOpen[0] != isOpen[1] { return isOpen[0] }
      let (s, t) = (one.element.strength, other.element.strength)
      return s == t ? one.offset < other.offset : s > t
    }.map(\.element)
  }

  /// A finding about cells, with the numbers of the first.
  func finding(
    _ kind: Finding.Kind, cells: [CellResult], evidence: [String: Estimate] = [:], attacks: [String]? = nil,
    groups: [String] = [], actions: [Remedy]? = nil, rated: Rating? = nil
  ) -> Finding {
    let first = cells.first
    let target = first.flatMap(target)
    let rating = rated ?? target?.rating
    let shown = first.flatMap(\.shownBy)
    var numbers = first.map { Self.evidence($0, attack: shown) } ?? [:]
    numbers.merge(evidence) { $1 }
    let steps = actions ?? remedies.steps(for: rating ?? .moderate, model: first?.model ?? "")
    return Finding(
      id: "", kind: kind, rating: rating, confidence: target?.confidence, cells: cells.map(\.id), evidence: numbers,
      point: shown?.headline?.printed, attacks: attacks ?? shown.map { [$0.id] } ?? [], groups: groups,
      likelihood: likelihood(kind, target),
      impact: impact(cells), actions: steps.map(\.id), references: frameworks.references(for: kind),
      verification: verification(kind))
  }

  private static func evidence(_ cell: CellResult, attack: AttackResult?) -> [String: Estimate] {
    var evidence: [String: Estimate] = [:]
    if let headline = attack?.headline {
      evidence["auc"] = headline.auc
      if let point = headline.printed { evidence["share"] = Estimate(point) }
    }
    evidence["accuracy"] = cell.utility?.accuracy
    return evidence
  }

  private func likelihood(_ kind: Finding.Kind, _ target: TargetRating?) -> Finding.Degree {
    guard kind != .checkFailed, kind != .insufficient, let target else { return .unknown }
    switch target.grade {
    case .g4, .g3: return .high
    case .g2: return .medium
    case .g1, .g0: return .low
    case .inconclusive: return .unknown
    }
  }

  private func impact(_ cells: [CellResult]) -> Finding.Degree {
    guard let gravest = cells.compactMap({ target($0)?.sensitivity }).max() else { return .unknown }
    switch gravest {
    case .s4, .s3: return .high
    case .s2: return .medium
    case .s1: return .low
    }
  }

  private func verification(_ kind: Finding.Kind) -> String {
    let again = results.kind == .audit ? "rollcall audit MANIFEST" : "rollcall run MANIFEST"
    return switch kind {
    case .checkFailed, .insufficient: again
    default: "rollcall compare BEFORE AFTER --match model"
    }
  }
}

extension Estimate {
  /// A number that is known.
  init(exactly value: Double) { self.init(value: value, low: value, high: value, method: .clopperPearson) }
}
