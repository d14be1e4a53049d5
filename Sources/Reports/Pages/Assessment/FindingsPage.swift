import Findings
import Study

/// The findings, the gravest first.
struct FindingsPage: Page {
  let entries: [FindingEntry]

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, !findings.assessment.findings.isEmpty else { return nil }
    let groups = TargetGroup.groups(of: findings.results.cells, labels: labels)
    var sections: [String: String] = [:]
    for (index, group) in groups.enumerated() {
      for cell in group.cells { sections[cell.id] = TargetPage.anchor(index) }
    }
    entries = findings.assessment.findings.map {
      FindingEntry($0, findings: findings, guidance: guidance, labels: labels, sections: sections)
    }
  }
}

/// One finding in its templates' numbers; one of the flags for its kind is true.
struct FindingEntry: Page {
  struct Action: Page {
    let remedy: String
    let action: String
  }

  /// A framework with its entries, once.
  struct Reference: Page {
    let framework: String
    let entries: String
  }

  let id: String
  let anchor: String
  let leak: Bool
  let groupLeak: Bool
  let masking: Bool
  let checkFailed: Bool
  let ungradedLeak: Bool
  let insufficient: Bool
  let slightLeak: Bool
  let defenceWorks: Bool
  let noLeak: Bool
  let mark: RatingMark?
  /// Grade, sensitivity and level of access: what the rating was made of.
  let grade: String?
  let confidence: DegreeMark?
  let likelihood: DegreeMark
  let impact: DegreeMark
  let first: CellName?
  /// Where the numbers and figures of the first target stand.
  let section: String?
  let isAudit: Bool
  /// Whether the leak is shown by another attack than the one fixed beforehand.
  let isByOther: Bool
  /// The attack that the numbers are of; of masking the one that the defence lessens.
  let attack: String?
  /// The attack that still stands.
  let standing: String?
  let cells: Tally
  let others: String?
  /// All targets, the first among them.
  let all: String
  let subject: String
  let people: String?
  let share: Interval?
  /// ``share`` where its interval lies above guessing.
  let above: Interval?
  let rate: String
  let auc: Interval?
  let groups: String?
  let groupShare: Interval?
  let meanShare: Interval?
  let weakBefore: Interval?
  let weakAfter: Interval?
  let strongAfter: Interval?
  let shareBefore: Interval?
  let accuracy: Interval?
  let accuracyBefore: Interval?
  let highestShare: Interval?
  let outsiders: String?
  let p: String?
  let check: CheckLine?
  /// What the headline attack needs.
  let access: Outsider?
  let actions: [Action]
  let verification: String
  let references: [Reference]

  init(
    _ finding: Finding, findings: Findings, guidance: Guidance, labels: Labels, sections: [String: String]
  ) {
    let cells = finding.cells.compactMap { id in findings.results.cells.first { $0.id == id } }
    let first = cells.first
    let facts = first.flatMap { labels.facts($0.dataset) }
    id = finding.id
    anchor = "finding-" + finding.id.lowercased()
    leak = finding.kind == .leak
    groupLeak = finding.kind == .groupLeak
    masking = finding.kind == .masking
    checkFailed = finding.kind == .checkFailed
    ungradedLeak = finding.kind == .ungradedLeak
    insufficient = finding.kind == .insufficient
    slightLeak = finding.kind == .slightLeak
    defenceWorks = finding.kind == .defenceWorks
    noLeak = finding.kind == .noLeak
    mark = finding.rating.map(RatingMark.init)
    grade = first.flatMap { findings.assessment.rating(of: $0.id) }.map {
      "\($0.grade.rawValue), \($0.sensitivity.rawValue), \($0.level.rawValue)"
    }
    confidence = finding.confidence.map(DegreeMark.init)
    likelihood = DegreeMark(finding.likelihood)
    impact = DegreeMark(finding.impact)
    self.first = first.map { CellName($0, labels: labels) }
    section = first.flatMap { sections[$0.id] }
    isAudit = findings.results.kind == .audit
    let attacks = finding.attacks.map { id in first?.attacks.first { $0.id == id } }
    isByOther = attacks.first.flatMap { $0?.id }.map { $0 != first?.headlineAttack } ?? false
    attack = attacks.first.flatMap { $0.map(labels.attack) }
    standing = attacks.count < 2 ? nil : attacks[1].map(labels.attack)
    self.cells = Tally(cells.count)
    others = cells.count < 2 ? nil : Phrase.list(cells.dropFirst().map { Self.name($0, labels: labels) })
    all = Phrase.list(cells.map { Self.name($0, labels: labels) })
    subject = facts?.subject ?? "person"
    people = facts.map { NumberStyle.count($0.subjects) }
    let interval = { (name: String) in finding.evidence[name].map { Interval(share: $0) } }
    share = interval("share")
    above = finding.point?.isAboveGuessing == true ? share : nil
    rate = finding.point.map { NumberStyle.rate($0.fprLimit) } ?? ""
    auc = finding.evidence["auc"].map { Interval(auc: $0) }
    groups = finding.kind == .checkFailed || finding.groups.isEmpty ? nil : Phrase.list(finding.groups)
    groupShare = interval("group-share")
    meanShare = interval("mean-share")
    weakBefore = interval("weak-before")
    weakAfter = interval("weak-after")
    strongAfter = interval("strong-after")
    shareBefore = interval("share-before")
    accuracy = interval("accuracy")
    accuracyBefore = interval("accuracy-before")
    highestShare = interval("highest-share")
    outsiders = finding.evidence["non-member-subjects"].map { NumberStyle.count(Int($0.value)) }
    p = finding.evidence["p"].map { NumberStyle.probability($0.value) }
    check = finding.kind == .checkFailed ? finding.groups.first.map { CheckLine(failed: $0) } : nil
    access = (attacks.first.flatMap { $0 } ?? first?.headline).map { Outsider($0.access) }
    actions = finding.actions.compactMap { guidance.remedies[$0] }.map { Action(remedy: $0.id, action: $0.name) }
    verification = finding.verification
    references = Self.references(finding.references.compactMap { guidance.frameworks.reference($0) })
  }

  private static func references(_ all: [Frameworks.Reference]) -> [Reference] {
    var names: [String] = []
    for reference in all where !names.contains(reference.framework.name) { names.append(reference.framework.name) }
    return names.map { name in
      Reference(framework: name, entries: Phrase.list(all.filter { $0.framework.name == name }.map(\.entry.id)))
    }
  }

  private static func name(_ cell: CellResult, labels: Labels) -> String {
    let name = CellName(cell, labels: labels)
    return say("\(name.cellModel) on \(name.cellDataset)") + (name.cellDefence.map { say(" with \($0)") } ?? "")
  }
}
