import Attacks
import Files
import Findings
import Foundation
import Study

extension AuditedCase {
  /// What a command line says of how evidence is read and attacked.
  struct Choices: Sendable {
    var attacks: String
    /// Nil for all.
    var targets: [Int]?
    var references: ReferenceRule?
    var predictions = PredictionFile.Options()
    var seed: UInt64
  }

  /// One model's predictions.
  static func predictions(_ file: EvidenceFile, _ choices: Choices) throws -> AuditedCase {
    let read = try PredictionFile(reading: file.url, options: choices.predictions)
    try checkTargets(choices.targets, models: 1)
    let records = read.records
    let nothing = Observation(confidence: [], logConfidence: [], phi: [])
    let evidence = Evidence(
      target: read.observation, targetPopulation: nothing, labels: records.labels, populationLabels: [],
      references: [], index: 0, models: 1, seed: choices.seed)
    let chosen = try chosenAttacks(choices.attacks)
    let form = read.form
    let candidates = chosen.map { id, attack in
      Candidate(
        id: id, attack: attack, access: access(type(of: attack).needs, form), lacks: lack(type(of: attack).needs, form)
      ) { _, _ in evidence }
    }
    let membership = Membership(rows: [records.truths])
    var notes = [
      "\(NumberText.grouped(records.truths.count)) records, \(NumberText.grouped(records.members)) of them members, "
        + form.text(classes: read.classes)
    ]
    if let resolution = read.resolution { notes.append("resolution h = \(resolution.text)") }
    return AuditedCase(
      file: file, digest: try Digest.hex(ofFile: file.url), records: records, membership: membership,
      redrawn: RedrawnMembership(labels: records.labels, subjects: records.subjects, seed: choices.seed)
        .redrawn(membership), targets: [0], clusters: [0], isPool: false, classes: read.classes, population: 0,
      candidates: candidates,
      correctness: Correctness(records: [read.correct], population: [[]]), populationLabels: [], notes: notes,
      warnings: ignoring(read.ignored, "columns"), confidence: nil, design: nil)
  }

  /// A set of models' signals.
  static func signals(_ file: EvidenceFile, _ choices: Choices) throws -> AuditedCase {
    let read = try SignalFile(reading: file.url)
    let signals = read.signals
    let membership = signals.membership
    try checkTargets(choices.targets, models: membership.models)
    let targets = choices.targets ?? Array(0..<membership.models)
    let design = ReferenceDesign(membership: membership, rule: choices.references, targets: targets)
    let redrawn = RedrawnMembership(labels: signals.labels, subjects: nil, seed: choices.seed).redrawn(membership)
    let other = signals.replacing(membership: redrawn)
    let chosen = try chosenAttacks(choices.attacks)
    let candidates = chosen.map { id, attack in
      Candidate(id: id, attack: attack, lacks: lack(type(of: attack).needs, design, read)) { target, isRedrawn in
        (isRedrawn ? other : signals).evidence(target: target, references: design.rule, seed: choices.seed)
      }
    }
    let notes = [
      "\(membership.models) models and \(NumberText.grouped(membership.records)) records, logits of \(read.classes) "
        + "classes, \(NumberText.grouped(signals.populationLabels.count)) records of a population",
      "resolution h = 0, logits are exact", design.note,
    ]
    return AuditedCase(
      file: file, digest: try Digest.hex(ofFile: file.url), records: AuditedRecords(labels: signals.labels),
      membership: membership, redrawn: redrawn, targets: targets, clusters: design.clusters, isPool: design.isPool,
      classes: read.classes, population: signals.populationLabels.count, candidates: candidates,
      correctness: Correctness(records: read.correctness, population: read.populationCorrectness),
      populationLabels: signals.populationLabels, notes: notes,
      warnings: ignoring(read.ignored, "arrays") + design.warnings, confidence: signals.models.map(\.confidence),
      design: design)
  }

  /// A language model's tokens, with a reference model's where a second file gives them.
  static func tokens(_ file: EvidenceFile, reference: EvidenceFile?, _ choices: Choices) throws -> AuditedCase {
    let read = try TokenFile(reading: file.url)
    try checkTargets(choices.targets, models: 1)
    let evidence = try read.evidence(reference: reference.map { try TokenFile(reading: $0.url, isReference: true) })
    let known = tokenVariants.map { attack in (name: tokenID(attack), attack: attack) }
    let chosen = try AttackSelection.select(try AttackRequest.list(choices.attacks), known: known) { request, attack in
      request.parameters.isEmpty ? attack : try applied(request, attack)
    }
    let candidates = chosen.map { id, attack in
      Candidate(id: id, attack: attack, lacks: lack(type(of: attack).needs, evidence), evidence: evidence)
    }
    let records = read.records
    let membership = Membership(rows: [records.truths])
    let left = read.left
    return AuditedCase(
      file: file, digest: try Digest.hex(ofFile: file.url), records: records,
      membership: membership,
      redrawn: RedrawnMembership(labels: [], subjects: nil, seed: choices.seed).redrawn(membership), targets: [0],
      clusters: [0], isPool: false, classes: 0, population: 0, candidates: candidates, correctness: nil,
      populationLabels: [],
      notes: [
        "\(NumberText.grouped(records.truths.count)) texts, \(NumberText.grouped(records.members)) of them members"
          + (reference == nil ? "" : ", with a reference model")
      ],
      warnings: left == 0
        ? []
        : ["\(file.path): \(left) record\(left == 1 ? "" : "s") without tokens left out: no attack can score them"],
      confidence: nil, design: nil)
  }

  private static func applied<Base: TokenAttack>(_ request: AttackRequest, _ base: Base) throws -> any TokenAttack {
    try request.applied(to: base)
  }

  private static func tokenID(_ attack: any TokenAttack) -> String {
    let variation = attack.variation
    return variation.isEmpty ? type(of: attack).name : "\(type(of: attack).name):\(variation)"
  }

  private static func chosenAttacks(_ text: String) throws -> [(id: String, attack: any Attack)] {
    func applied<Base: Attack>(_ request: AttackRequest, _ base: Base) throws -> any Attack {
      try request.applied(to: base)
    }
    let named = namedVariants.map { (name: $0.name, attack: $0.attack) }
    let others = attacks.filter { type in !named.contains { $0.name == type.name } }
      .map { (name: $0.name, attack: $0.standard as any Attack) }
    return try AttackSelection.select(try AttackRequest.list(text), known: named, others: others) { request, attack in
      request.parameters.isEmpty ? attack : try applied(request, attack)
    }
  }

  private static func checkTargets(_ targets: [Int]?, models: Int) throws {
    guard let wrong = targets?.first(where: { !(0..<models).contains($0) }) else { return }
    throw AuditError.usage(
      "--targets names model \(wrong) but the file has "
        + (models == 1 ? "one alone: give 0 or all" : "models 0 to \(models - 1): give some of these or all"))
  }

  private static func ignoring(_ names: [String], _ what: String) -> [String] {
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(8).map(\.excerpt).joined(separator: ", ")
    return ["\(what) not looked at: \(shown)\(names.count > 8 ? " and \(names.count - 8) more" : "")"]
  }
}
