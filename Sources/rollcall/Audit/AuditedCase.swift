import Attacks
import Files
import Findings
import Foundation
import Study

/// One file's evidence with the attacks to be tried on it: a cell of an audit.
struct AuditedCase: Sendable {
  /// An attack, and how to get its scores or why there are none.
  struct Candidate: Sendable {
    let id: String
    let name: String
    let parameters: Parameters
    let access: Access
    let aggregation: Aggregation
    /// What the file would have to hold for the attack to run; nil where it can.
    let lacks: String?
    /// The scores of a target, with the memberships told or redrawn.
    let scores: @Sendable (_ target: Int, _ isRedrawn: Bool) throws -> [Double]
  }

  let file: EvidenceFile
  let digest: String
  let records: AuditedRecords
  /// The memberships of all models, M x N.
  let membership: Membership
  let redrawn: Membership
  /// The targets under attack.
  let targets: [Int]
  /// For each target what it is redrawn with, dense from 0.
  let clusters: [Int]
  /// Whether all models are targets, in complementary pairs, so that pool statistics apply.
  let isPool: Bool
  let classes: Int
  /// Z.
  let population: Int
  let candidates: [Candidate]
  let correctness: Correctness?
  let populationLabels: [Int]
  /// What is told about the file before anything is computed.
  let notes: [String]
  let warnings: [String]
  /// M x N probabilities of the true label, of sets of models.
  let confidence: [[Double]]?
  /// How references were drawn, of sets of models.
  let design: ReferenceDesign?

  /// More pairs of a single target are not redrawn (``Findings/SingleTarget``).
  static let mostRedrawn = 50_000

  var isLarge: Bool { membership.models == 1 && membership.records > Self.mostRedrawn }
  var subjects: [Int] { records.subjects ?? Array(0..<membership.records) }
}

extension AuditedCase.Candidate {
  /// - Parameters:
  ///   - access: what the evidence gives; nil for what the attack asks for.
  ///   - lacks: what is missing, from the needs.
  ///   - evidence: what the attacker of a target holds, the memberships of references told or redrawn.
  init(
    id: String, attack: any Attack, access: Access? = nil, lacks: String?,
    evidence: @escaping @Sendable (Int, Bool) -> Evidence
  ) {
    let type = type(of: attack)
    self.init(
      id: id, name: type.name, parameters: attack.values, access: access ?? type.needs.access,
      aggregation: type.aggregation, lacks: lacks,
      scores: { target, isRedrawn in try attack.scores(evidence(target, isRedrawn)) })
  }

  init(id: String, attack: any TokenAttack, lacks: String?, evidence: TokenEvidence) {
    let type = type(of: attack)
    self.init(
      id: id, name: type.name, parameters: attack.values, access: .probabilities, aggregation: .mean, lacks: lacks,
      scores: { _, _ in attack.scores(evidence) })
  }
}
