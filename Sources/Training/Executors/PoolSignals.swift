import Maths
public import Study

/// From trained models to what attacks and utility read.
public struct PoolSignals: Sendable {
  /// What attacks read.
  public let signals: Signals
  /// K answers about the records under test, as an outsider receives them.
  public let tested: [Signal]
  /// K answers about the population, likewise.
  public let population: [Signal]
  /// K answers as users receive them, about the records under test and the population: what accuracy is told by.
  public let served: (tested: [Signal], population: [Signal])
  /// Z subjects, dense from 0.
  public let populationSubjects: [Int]
  /// Targets outside the pool.
  public let independent: [IndependentTarget]

  /// What a target outside the pool says about the records under test and the population.
  public struct IndependentTarget: Sendable {
    public let records: Observation
    public let population: Observation
  }

  /// - Parameters:
  ///   - models: K, with answers about all records.
  ///   - independent: Targets outside the pool, likewise.
  ///   - defence: Its `release` is applied, each model with a seed of its own.
  ///   - needs: What the attacks to come need: features are kept only where one reads them.
  ///   - workers: How many models are read at a time.
  public init(
    models: [TrainedModel], independent targets: [TrainedModel], defence: Chain, records: Records,
    design: PoolDesign, seed: UInt64, needs: [Needs] = [], workers: Int
  ) {
    let lanes = Lanes(workers)
    let labels = design.tested.map { records.labels[$0] }
    let populationLabels = design.population.map { records.labels[$0] }
    // What a model releases about all records is parted at once: of a hundred classes it is long.
    func released(_ signals: [Signal], _ purpose: Purpose) -> [(tested: Signal, population: Signal)] {
      lanes.map(Array(signals.enumerated())) { index, signal in
        var stream = purpose.stream(seed: seed, index: index)
        let answers = defence.release(signal, seed: stream.seed())
        return (Self.rows(design.tested, of: answers), Self.rows(design.population, of: answers))
      }
    }
    let seen = released(models.map(\.signal), .release)
    tested = seen.map(\.tested)
    population = seen.map(\.population)
    if models.contains(where: { $0.served != nil }) {
      let answers = released(models.map { $0.served ?? $0.signal }, .release)
      served = (answers.map(\.tested), answers.map(\.population))
    } else {
      served = (tested, population)
    }
    independent = zip(targets, released(targets.map(\.signal), .independentRelease)).map { model, seen in
      IndependentTarget(
        records: Observation(seen.tested, labels: labels, copies: model.copies?.choosing(design.tested)),
        population: Observation(seen.population, labels: populationLabels))
    }
    populationSubjects = Self.dense(design.population.map { records.subjects[$0] })
    signals = Signals(
      models: lanes.map(Array(zip(tested, models))) {
        Observation($0, labels: labels, copies: $1.copies?.choosing(design.tested))
      },
      population: lanes.map(population) { Observation($0, labels: populationLabels) }, labels: labels,
      populationLabels: populationLabels, subjects: Self.dense(design.tested.map { records.subjects[$0] }),
      membership: design.membership,
      features: needs.contains { $0.features }
        ? Features(records.design, tested: design.tested, population: design.population) : nil)
  }

  private static func rows(_ rows: [Int], of signal: Signal) -> Signal {
    var elements: [Float] = []
    elements.reserveCapacity(rows.count * signal.values.columns)
    for row in rows { elements.append(contentsOf: signal.values.row(row)) }
    return Signal(
      kind: signal.kind, resolution: signal.resolution,
      values: Matrix(rows: rows.count, columns: signal.values.columns, elements: elements))
  }

  /// Subjects renumbered from 0 in order of appearance.
  public static func dense(_ subjects: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return subjects.map { subject in
      if let number = numbers[subject] { return number }
      numbers[subject] = numbers.count
      return numbers.count - 1
    }
  }
}
