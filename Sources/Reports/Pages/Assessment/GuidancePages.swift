import Findings
import Study

/// What guards membership from collection to retirement.
struct LifeCyclePage: Page {
  struct Stage: Page {
    let stage: String
    let risk: String
    let duties: [Duty]
    let remedies: String?
    let owner: String
  }

  struct Duty: Page {
    let duty: String
  }

  let stages: [Stage]

  init?(_ findings: Findings) {
    guard let guidance = findings.guidance, findings.assessment.engagement != nil else { return nil }
    stages = guidance.lifeCycle.stages.map { stage in
      Stage(
        stage: stage.name, risk: stage.risk, duties: stage.duties.map { Duty(duty: $0) },
        remedies: Phrase.list(stage.remedies.compactMap { guidance.remedies[$0]?.name }).orNil, owner: stage.owner)
    }
  }
}

/// What encryption in use does and does not do against inference on answers.
struct EncryptionPage: Page {
  struct Technique: Page {
    let technique: String
    let protects: String
    let does: String
    let doesNot: String
    let companion: String
  }

  struct Principle: Page {
    let principle: String
  }

  let principles: [Principle]
  let techniques: [Technique]

  init?(_ findings: Findings) {
    guard let guidance = findings.guidance, findings.assessment.engagement != nil else { return nil }
    principles = guidance.encryption.principles.map { Principle(principle: $0.says) }
    techniques = guidance.encryption.techniques.map {
      Technique(
        technique: $0.name, protects: $0.protects, does: $0.does, doesNot: $0.doesNot, companion: $0.companion)
    }
  }
}

/// Answers to a buyer's questions that results can give, and who gives the others.
struct VendorsPage: Page {
  struct Question: Page {
    let id: String
    let question: String
    let evidence: String
    let isGate: Bool
    /// What the results say; null where another has to answer.
    let answer: String?
    let askedOf: String
  }

  let questions: [Question]
  let gate: String
  let answered: Tally
  let open: Tally

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, findings.assessment.engagement != nil else { return nil }
    let answers = VendorAnswers(findings, labels: labels)
    questions = guidance.vendors.questions.map { question in
      Question(
        id: question.id, question: question.question, evidence: question.evidence, isGate: question.isGate,
        answer: question.answer.flatMap(answers.text), askedOf: question.askedOf)
    }
    gate = guidance.vendors.gate.says
    answered = Tally(questions.count { $0.answer != nil })
    open = Tally(questions.count { $0.answer == nil })
  }
}

/// What of the results answers a buyer's question.
private struct VendorAnswers {
  let findings: Findings
  let labels: Labels

  init(_ findings: Findings, labels: Labels) {
    self.findings = findings
    self.labels = labels
  }

  func text(of answer: VendorQuestions.Answer) -> String? {
    let results = findings.results
    let done = results.cells.filter { $0.status == .done }
    let run = done.flatMap(\.attacks).filter { $0.status == .done }
    var titles: [String] = []
    for attack in run where !titles.contains(labels.attack(attack)) { titles.append(labels.attack(attack)) }
    switch answer {
    case .attacks:
      guard !titles.isEmpty else { return nil }
      return "\(Phrase.list(titles)), on \(Tally(done.count).number) targets"
        + (results.date.map { " (\(Phrase.date($0)))" } ?? "")
    case .rates:
      let points = done.compactMap { cell in cell.headline?.headline.map { (cell, $0) } }
      guard !points.isEmpty else { return nil }
      let resolved = points.count { $0.1.smallestResolved != nil }
      return "rates with intervals, areas and numbers of members and others for \(points.count) targets, "
        + "\(resolved) of them with a resolved rate: the tables of each target"
    case .groups:
      let groups = done.compactMap(\.exposure).flatMap(\.partitions).flatMap(\.groups)
      return groups.isEmpty ? nil : "\(NumberStyle.count(groups.count)) groups measured, those under 10 people withheld"
    case .adapted:
      let defended = done.filter { $0.defence != Labels.undefended }
      guard !defended.isEmpty else { return nil }
      return run.contains { $0.access == .labels }
        ? "attacks knew each defence, and one used labels alone"
        : "attacks knew each defence; none used labels alone"
    case .privateTraining:
      let titles = Set(done.filter { $0.defence.hasPrefix("dp-") }.map { labels.defence($0) }).sorted()
      return titles.isEmpty ? nil : Phrase.list(titles)
    case .duplicates:
      let removed = results.datasets.reduce(0) { $0 + $1.duplicatesRemoved }
      return results.kind == .run ? "\(NumberStyle.count(removed)) exact duplicates removed before the test" : nil
    case .access:
      return findings.assessment.engagement?.release.map { "level \($0.rawValue)" }
    case .cadence:
      guard let rating = findings.assessment.rating, let rules = findings.guidance?.sharing.reviews else { return nil }
      return rules.first { $0.rating == rating }.map { "\($0.title), by the rating" }
    }
  }
}
