public import Study

/// The modified-entropy attack with a threshold for each class, learnt on reference models.
///
/// Beats the loss attack where classes differ in how sure the model is of them, as where one is rare; within a class it
/// orders records as modified entropy does.
///
///     let scores = try ModifiedEntropyByClass().scores(evidence)  // N values, nats
///
/// - Input: `evidence.target.modifiedEntropy` [N] and the references' [R x N], with their memberships.
/// - Output: minus the modified entropy, less the class's threshold, N values in nats. The threshold is the lowest that
///   parts members from others best among the references' answers for that class (largest TPR - FPR).
///   Of many references the first ``shadows`` are asked: a threshold a class needs no more, and the paper has one.
/// - Cost: O(N log N) for each of at most ``shadows`` references.
/// - Source: Song and Mittal, "Systematic Evaluation of Privacy Risks of Machine Learning Models", 2021,
///   arXiv:2003.10595, equation 8 and section 3.
public struct ModifiedEntropyByClass: Attack {
  public static let name = "modified-entropy-class"
  public static let card = Card(
    title: "Modified entropy, by class", summary: "Is the target sure and right, for a record of this class?",
    source: "Song and Mittal 2021, arXiv:2003.10595")
  public static let needs = Needs(access: .probabilities, references: .both, leastModels: 4)
  public static let standard = ModifiedEntropyByClass()

  /// Four complementary pairs, so that each record is as often inside as outside.
  static let shadows = 8

  public init() {}

  public func scores(_ evidence: Evidence) throws(AttackError) -> [Double] {
    let target = evidence.target.modifiedEntropy
    guard !evidence.references.isEmpty else { throw .tooFewReferences(record: 0, found: 0, needed: 1) }
    var rowsOfClass = [[Int]](repeating: [], count: 1 + (evidence.labels.max() ?? 0))
    for (record, label) in evidence.labels.enumerated() { rowsOfClass[label].append(record) }
    let references = evidence.references.prefix(Self.shadows)
    let signals = try references.map { reference throws(AttackError) in
      try reference.observation.modifiedEntropy.allFinite()
    }
    var scores = target
    for rows in rowsOfClass {
      var answers: [(value: Double, isMember: Bool)] = []
      for (reference, signal) in zip(references, signals) {
        for row in rows { answers.append((signal[row], reference.trained(on: row))) }
      }
      let threshold = Self.threshold(answers)
      for row in rows { scores[row] -= threshold }
    }
    return scores
  }

  /// The value at or above which a record is best called a member; 0 where there is nothing to part.
  static func threshold(_ answers: [(value: Double, isMember: Bool)]) -> Double {
    let members = answers.count { $0.isMember }
    let others = answers.count - members
    guard members > 0, others > 0 else { return 0 }
    let ordered = answers.sorted { $0.value > $1.value }
    var (hits, alarms) = (0, 0)
    var best = (gain: 0, value: ordered[0].value)
    for (place, answer) in ordered.enumerated() {
      if answer.isMember { hits += 1 } else { alarms += 1 }
      let isLastOfTie = place + 1 == ordered.count || ordered[place + 1].value < answer.value
      let gain = hits * others - alarms * members
      if isLastOfTie, gain >= best.gain { best = (gain, answer.value) }
    }
    return best.value
  }
}
