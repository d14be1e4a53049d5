import Files
import Foundation
import Study

/// A set of models' answers, read from an NPZ archive.
struct SignalFile: Sendable {
  let signals: Signals
  let classes: Int
  /// M x N: whether each model gives the true label.
  let correctness: [[Bool]]
  let populationCorrectness: [[Bool]]
  let hasPopulation: Bool
  /// Arrays that were not looked at.
  let ignored: [String]

  private static let known = [
    "logits", "labels", "membership", "population_logits", "population_labels", "features",
    "population_features",
  ]
  /// Bytes, unpacked.
  private static let largest = 1 << 33

  /// - Throws: ``Files/FileError``, ``AuditError``.
  init(reading url: URL) throws {
    let archive = try NPZArchive(reading: url, limit: Self.largest)
    let arrays = SignalArrays(archive: archive, path: url.path)
    let membership = try arrays.memberships()
    let labels = try arrays.labels("labels")
    guard membership[0].count == labels.count else {
      throw arrays.fault("membership", "\(membership[0].count) records but \(labels.count) labels: give both the same")
    }
    for (model, row) in membership.enumerated() where row.allSatisfy({ $0 }) || !row.contains(true) {
      throw arrays.fault(
        "membership", "model \(model) was trained on \(row[0] ? "every record" : "none"): give records of both sides")
    }
    let (models, classes, right) = try arrays.observations(
      "logits", models: membership.count, labels: labels, labelsName: "labels")
    let hasPopulation = archive.names.contains("population_logits") || archive.names.contains("population_labels")
    var population = models.map { _ in Observation(confidence: [], logConfidence: [], phi: []) }
    var (populationLabels, populationRight): ([Int], [[Bool]]) = ([], models.map { _ in [] })
    if hasPopulation {
      populationLabels = try arrays.labels("population_labels")
      let answers = try arrays.observations(
        "population_logits", models: membership.count, labels: populationLabels, labelsName: "population_labels")
      guard answers.classes == classes else {
        throw arrays.fault("population_logits", "\(answers.classes) classes but logits have \(classes): give the same")
      }
      (population, populationRight) = (answers.models, answers.right)
    }
    let features = try arrays.features(records: labels.count, population: populationLabels.count)
    self.classes = classes
    self.hasPopulation = hasPopulation
    correctness = right
    populationCorrectness = populationRight
    ignored = archive.names.filter { !Self.known.contains($0) }
    signals = Signals(
      models: models, population: population, labels: labels, populationLabels: populationLabels,
      subjects: Array(labels.indices), membership: Membership(rows: membership),
      features: features)
  }
}
