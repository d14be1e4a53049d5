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
    let answer: VendorAnswer?
    let askedOf: String
  }

  let questions: [Question]
  let gate: String
  let answered: Tally
  let open: Tally

  init?(_ findings: Findings, labels: Labels) {
    guard let guidance = findings.guidance, findings.assessment.engagement != nil else { return nil }
    questions = guidance.vendors.questions.map { question in
      Question(
        id: question.id, question: question.question, evidence: question.evidence, isGate: question.isGate,
        answer: question.answer.flatMap { VendorAnswer($0, findings: findings, labels: labels) },
        askedOf: question.askedOf)
    }
    gate = guidance.vendors.gate.says
    answered = Tally(questions.count { $0.answer != nil })
    open = Tally(questions.count { $0.answer == nil })
  }
}
