import Maths
public import Study

/// One training with canaries, each put in or left out by a coin of its own.
///
/// Canaries are records under test of different persons. The others that the model trains on are a fixed draw, so many
/// that the size is a half's on average.
///
/// - Source: Steinke, Nasr and Jagielski, "Privacy auditing with one (1) training run", NeurIPS 2023, arXiv:2305.08846,
///   algorithm 2; mislabelled canaries as in Nasr et al., "Tight auditing of differentially private machine learning",
///   2023.
public struct CanaryTraining: Sendable {
  /// Places of the canaries among ``Study/PoolDesign/tested``, ascending.
  public let canaries: [Int]
  /// Whether each is in.
  public let coins: [Bool]
  /// What each is labelled as.
  public let labels: [Int]
  /// Rows of the dataset that the model trains on, ascending.
  private let rows: [Int]
  private let records: Records
  private let design: PoolDesign
  private let seed: UInt64
  private let kind: CanaryKind

  /// Draws canaries and coins.
  ///
  /// - Parameter count: M; a quarter of the persons under test where that is less.
  public init(_ kind: CanaryKind, count: Int, records: Records, design: PoolDesign, seed: UInt64) {
    (self.kind, self.design, self.seed) = (kind, design, seed)
    var stream = Purpose.canaries.stream(seed: seed, index: kind == .natural ? 0 : 1)
    var recordsOf: [Int: [Int]] = [:]
    for (place, row) in design.tested.enumerated() { recordsOf[records.subjects[row], default: []].append(place) }
    let persons = stream.shuffled(recordsOf.keys.sorted())
    let chosen = persons.prefix(min(count, persons.count / 4)).map { person -> Int in
      let own = recordsOf[person] ?? []
      return own[stream.below(own.count)]
    }
    canaries = chosen.sorted()
    let (classes, first) = (records.classes.count, design.tested)
    coins = canaries.map { _ in stream.uniform() < 0.5 }
    labels = canaries.map { place in
      let label = records.labels[first[place]]
      return kind == .natural || classes < 2 ? label : (label + 1 + stream.below(classes - 1)) % classes
    }
    var told = records.labels
    for (place, label) in zip(canaries, labels) { told[first[place]] = label }
    self.records = kind == .natural ? records : records.relabelled(told)
    var members = zip(canaries, coins).filter(\.1).map { first[$0.0] }
    let wanted = max(1, first.count / 2 - canaries.count / 2)
    var others = 0
    for person in persons.dropFirst(canaries.count) where others < wanted {
      let own = recordsOf[person] ?? []
      members += own.map { first[$0] }
      others += own.count
    }
    rows = members.sorted()
  }

  /// Guesses are about so many: those whose scores lie highest and lowest, a quarter of all at either end, as fixed
  /// beforehand.
  public var guesses: Int { canaries.count / 4 * 2 }

  /// How many guesses are right about a model that is trained here.
  ///
  /// A canary's score is phi, less its mean over models that never saw it so: of the pool, those whose half lacks it; for
  /// a mislabelled one, all.
  ///
  /// - Parameters:
  ///   - cell: What is trained, and how its answers are released.
  ///   - recipe: For a half, as for the pool.
  ///   - pool: K answers about the records under test, as released.
  /// - Throws: ``Study/TrainingError``.
  public func correct(
    _ cell: Cell, recipe: Recipe, pool: [Signal], membership: Membership
  ) throws(TrainingError) -> (correct: Int, work: Double) {
    var stream = Purpose.canaries.stream(seed: seed, index: kind == .natural ? 2 : 3)
    let model = try cell.learner(population: design.population)
      .train(on: records, rows: rows, recipe: recipe, seed: stream.seed())
    let answers = cell.defence.release(model.signal(for: records), seed: stream.seed())
    let told = phi(of: answers, rows: canaries.map { design.tested[$0] })
    var (sums, counts) = ([Double](repeating: 0, count: canaries.count), [Int](repeating: 0, count: canaries.count))
    for (k, signal) in pool.enumerated() {
      let half = membership.row(k)
      for (index, value) in phi(of: signal, rows: canaries).enumerated()
      where kind == .mislabelled || !half[canaries[index]] {
        sums[index] += value
        counts[index] += 1
      }
    }
    let scores = told.indices.map { told[$0] - (counts[$0] > 0 ? sums[$0] / Double(counts[$0]) : 0) }
    // Equal scores are told apart by the order of the draw, which knows nothing of the coins.
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    let end = guesses / 2
    let correct = order.prefix(end).count { !coins[$0] } + order.suffix(end).count { coins[$0] }
    return (correct, model.work)
  }

  private func phi(of signal: Signal, rows: [Int]) -> [Double] {
    let columns = signal.values.columns
    var elements: [Float] = []
    elements.reserveCapacity(rows.count * columns)
    for row in rows { elements.append(contentsOf: signal.values.row(row)) }
    let chosen = Signal(
      kind: signal.kind, resolution: signal.resolution,
      values: Matrix(rows: rows.count, columns: columns, elements: elements))
    return Observation(chosen, labels: labels).phi
  }
}
