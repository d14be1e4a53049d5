import Findings
import Maths
import Study

/// A made-up run of one cell and one attack, whose pool can be shared with another.
struct MadeUpRun {
  var dataset = "made_up"
  var digest = "d1"
  var model = "mlp"
  var parameters: Parameters = ["epochs": .whole(5)]
  var defence = "none"
  var seed: UInt64 = 1
  var gap = 0.4
  /// What differs between two trainings on the same halves.
  var noise: UInt64 = 1
  var subjects = 120
  var models = 16

  /// The halves and what subjects have of their own come from the seed, all else from the noise.
  private var pool: (scores: [[Double]], membership: Membership) {
    var shared = Stream(seed: seed, stream: 0)
    var own = Stream(seed: noise &* 7_919 &+ seed, stream: 1)
    func normal(_ stream: inout Stream) -> Double { Normal.standard.quantile(stream.uniform() + 0x1p-54) }
    let base = (0..<subjects).map { _ in 0.7 * normal(&shared) }
    // Some are remembered better than others, by every training.
    let gaps = (0..<subjects).map { _ in gap + 0.7 * normal(&shared) }
    var rows: [[Bool]] = []
    for _ in 0..<models / 2 {
      let order = shared.shuffled(Array(0..<subjects))
      var first = [Bool](repeating: false, count: subjects)
      for subject in order.prefix(subjects / 2) { first[subject] = true }
      rows += [first, first.map { !$0 }]
    }
    let scores = rows.map { row in
      let level = 0.03 * normal(&own)
      return row.indices.map { base[$0] + (row[$0] ? gaps[$0] + level : 0) + normal(&own) }
    }
    return (scores, Membership(rows: rows))
  }

  var run: ComparedRun {
    let (scores, membership) = pool
    let measured = AttackMeasurement(
      scores: scores, membership: membership, subjects: Array(0..<subjects), aggregation: .mean,
      draws: BootstrapDraws(models: models, subjects: subjects, replicates: 200, seed: seed &+ 99))
    let attack = AttackResult(
      id: "loss", attack: "loss", parameters: [:], access: .probabilities, status: .done, reason: nil, targets: [],
      headline: measured.headline, subjects: nil, null: nil)
    let id = "\(dataset)-\(model)-\(defence)"
    let accuracy = Estimate(value: 0.8, low: 0.78, high: 0.82, method: .bootstrap)
    let cell = CellResult(
      id: id, dataset: dataset, model: model, defence: defence,
      parameters: CellParameters(model: parameters, defence: [:]), status: .done, reason: nil, models: models,
      records: subjects, population: 10,
      utility: Utility(
        accuracy: accuracy, balancedAccuracy: accuracy, majority: 0.5, trainAccuracy: 0.9, classes: 2),
      attacks: [attack], headlineAttack: "loss", verdict: .leak, work: 1)
    let facts = Results.DatasetFacts(
      name: dataset, title: dataset, domain: "", subject: "person", records: subjects, subjects: subjects, features: 3,
      classes: 2, duplicatesRemoved: 0, digest: "file of \(dataset)", recordsDigest: digest, licence: "", citation: "")
    let results = Results(
      kind: .run, name: "run", date: nil, seed: seed, report: .init(title: nil, client: nil),
      pool: .init(models: models, independent: 0, replicates: 200), datasets: [facts], cells: [cell], checks: [])
    return ComparedRun(
      results: results,
      replicates: ReplicateArchive(
        numerics: .init(training: 1, statistics: 1),
        lines: [.init(cell: id, attack: "loss", figures: measured.replicates)]))
  }
}

extension ComparedRun {
  /// The same with its results edited.
  func editing(_ edit: (inout Results) -> Void) -> ComparedRun {
    var results = results
    edit(&results)
    return ComparedRun(results: results, replicates: replicates)
  }
}
