import Findings
import Study

/// What of the results answers a buyer's question; one of the flags for its kind is true.
struct VendorAnswer: Page {
  let attacks: Bool
  let rates: Bool
  let groups: Bool
  let adapted: Bool
  let privateTraining: Bool
  let duplicates: Bool
  let access: Bool
  let cadence: Bool
  /// Of what the answer tells.
  let count: Tally
  /// Targets with a resolved rate.
  let resolved: Tally
  /// Names in it.
  let names: String
  let date: String?
  /// Whether an attack needed labels alone.
  let hasLabels: Bool
  /// Subjects below which a group is withheld.
  let least: String

  /// Nothing where the results do not tell.
  init?(_ answer: VendorQuestions.Answer, findings: Findings, labels: Labels) {
    let done = findings.results.cells.filter { $0.status == .done }
    let run = done.flatMap(\.attacks).filter { $0.status == .done }
    guard let told = Self.told(answer, findings: findings, labels: labels, done: done, run: run) else { return nil }
    attacks = answer == .attacks
    rates = answer == .rates
    groups = answer == .groups
    adapted = answer == .adapted
    privateTraining = answer == .privateTraining
    duplicates = answer == .duplicates
    access = answer == .access
    cadence = answer == .cadence
    (count, names) = (Tally(told.count), told.names)
    resolved = Tally(done.count { $0.headline?.headline?.smallestResolved != nil })
    date = findings.results.date.map(Phrase.date)
    hasLabels = run.contains { $0.access == .labels }
    least = NumberStyle.count(Suppression.least)
  }

  private static func told(
    _ answer: VendorQuestions.Answer, findings: Findings, labels: Labels, done: [CellResult], run: [AttackResult]
  ) -> (count: Int, names: String)? {
    let results = findings.results
    switch answer {
    case .attacks:
      let titles = unique(run.map(labels.attack))
      return titles.isEmpty ? nil : (done.count, Phrase.list(titles))
    case .rates:
      let measured = done.count { $0.headline?.headline != nil }
      return measured == 0 ? nil : (measured, "")
    case .groups:
      let groups = done.compactMap(\.exposure).flatMap(\.partitions).flatMap(\.groups)
      return groups.isEmpty ? nil : (groups.count, "")
    case .adapted:
      let defences = unique(done.filter { $0.defence != Labels.undefended }.map(labels.defence))
      return defences.isEmpty ? nil : (defences.count, Phrase.list(defences))
    case .privateTraining:
      let remedies = findings.guidance?.remedies
      let proven = done.filter { remedies?.tested(as: $0.defence)?.strength == .proven }
      let titles = unique(proven.map(labels.defence))
      return titles.isEmpty ? nil : (titles.count, Phrase.list(titles))
    case .duplicates:
      return results.kind == .run ? (results.datasets.reduce(0) { $0 + $1.duplicatesRemoved }, "") : nil
    case .access:
      return findings.assessment.engagement?.release.map { (1, $0.rawValue) }
    case .cadence:
      guard let rating = findings.assessment.rating, let rules = findings.guidance?.sharing.reviews else { return nil }
      return rules.first { $0.rating == rating }.map { (1, $0.title) }
    }
  }

  private static func unique(_ titles: [String]) -> [String] {
    var result: [String] = []
    for title in titles where !result.contains(title) { result.append(title) }
    return result
  }
}
