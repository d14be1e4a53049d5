public import Maths
public import Study

/// From trained models to what attacks and utility read.
public struct PoolSignals: Sendable {
  /// What attacks read.
  public let signals: Signals
  /// K x all records of the dataset: whether each model answers with the true label.
  public let correct: [[Bool]]

  /// - Parameters:
  ///   - models: K, with answers about all records.
  ///   - defence: Its `release` is applied, each model with a seed of its own.
  public init(
    models: [TrainedModel], defence: any Defence, records: Records, design: PoolDesign, seed: UInt64
  ) {
    var tested: [Observation] = []
    var population: [Observation] = []
    var correct: [[Bool]] = []
    for (index, model) in models.enumerated() {
      var stream = Purpose.release.stream(seed: seed, index: index)
      let released = defence.release(model.signal, seed: stream.seed())
      tested.append(Self.observe(released, rows: design.tested, labels: records.labels))
      population.append(Self.observe(released, rows: design.population, labels: records.labels))
      correct.append(records.labels.indices.map { Self.answer(released.values.row($0)) == records.labels[$0] })
    }
    self.correct = correct
    signals = Signals(
      models: tested, population: population, labels: design.tested.map { records.labels[$0] },
      populationLabels: design.population.map { records.labels[$0] },
      subjects: Self.dense(design.tested.map { records.subjects[$0] }), membership: design.membership)
  }

  private static func observe(_ signal: Signal, rows: [Int], labels: [Int]) -> Observation {
    var elements: [Float] = []
    elements.reserveCapacity(rows.count * signal.values.columns)
    for row in rows { elements.append(contentsOf: signal.values.row(row)) }
    let part = Matrix(rows: rows.count, columns: signal.values.columns, elements: elements)
    return Observation(
      Signal(kind: signal.kind, resolution: signal.resolution, values: part), labels: rows.map { labels[$0] })
  }

  /// The class with the largest value, the first of equals.
  private static func answer(_ row: ArraySlice<Float>) -> Int {
    var best = row.startIndex
    for index in row.indices where row[index] > row[best] { best = index }
    return best - row.startIndex
  }

  /// Subjects renumbered from 0 in order of appearance.
  static func dense(_ subjects: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return subjects.map { subject in
      if let number = numbers[subject] { return number }
      numbers[subject] = numbers.count
      return numbers.count - 1
    }
  }
}
