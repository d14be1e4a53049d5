import Maths
public import Study

/// Which answers of a pool's models were right.
public struct Correctness: Equatable, Sendable {
  /// K x N, of the records under test.
  public let records: [[Bool]]
  /// K x Z, of the population.
  public let population: [[Bool]]

  public init(records: [[Bool]], population: [[Bool]]) {
    precondition(records.count == population.count, "each model answers about both")
    self.records = records
    self.population = population
  }

  /// A model is right where the true label is its largest answer; of equal ones the first counts.
  ///
  /// - Parameters:
  ///   - signals: K signals about the N records.
  ///   - populationSignals: K signals about the population's Z records.
  ///   - labels: N labels.
  ///   - populationLabels: Z labels.
  public init(signals: [Signal], populationSignals: [Signal], labels: [Int], populationLabels: [Int]) {
    self.init(
      records: signals.map { Self.right($0, labels) },
      population: populationSignals.map { Self.right($0, populationLabels) })
  }

  private static func right(_ signal: Signal, _ labels: [Int]) -> [Bool] {
    labels.enumerated().map { row, label in signal.values.largest(inRow: row) == label }
  }
}
