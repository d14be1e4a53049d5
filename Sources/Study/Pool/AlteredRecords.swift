import Maths

/// Copies of records, each column altered in its own type, by what the population shows of it.
///
/// - Numbers gain normal noise in proportion to their column's deviation in the population; whole ones stay whole.
/// - Categories and truths are exchanged, with some probability, for those of a record drawn from the population.
/// - What is missing stays missing.
///
/// A copy depends on the seed, its number and the place of column and record alone: every model gets the same.
public struct AlteredRecords: Sendable {
  private let records: Records
  private let population: [Int]
  private let alteration: Alteration
  private let seed: UInt64
  /// For each column the deviation of its numbers in the population; 0 for others.
  private let deviations: [Double]

  /// - Parameters:
  ///   - records: N records.
  ///   - population: Rows that no model trains on: all that an outsider knows of the columns.
  ///   - seed: Settles every copy.
  public init(_ records: Records, population: [Int], alteration: Alteration, seed: UInt64) {
    self.records = records
    self.population = population
    self.alteration = alteration
    self.seed = seed
    deviations = records.columns.map { Self.deviation(of: $0, rows: population) }
  }

  /// R.
  public var copies: Int { alteration.copies }

  /// All N records in their copy `index`, which is in `0..<copies`.
  public func copy(_ index: Int) -> Records {
    var own = Purpose.copies.stream(seed: seed, index: index)
    let seed = own.seed()
    let strength = alteration.strength(of: index)
    let columns = records.columns.enumerated().map { place, column in
      var stream = Stream(seed: seed, stream: UInt64(place))
      return altered(column, deviation: deviations[place] * alteration.noise * strength, strength, &stream)
    }
    return Records(
      columns: columns, labels: records.labels, classes: records.classes, subjects: records.subjects)
  }

  private func altered(
    _ column: Column, deviation: Double, _ strength: Double, _ stream: inout Stream
  ) -> Column {
    let probability = alteration.exchange * strength
    switch column.values {
    case .codes(let codes, let levels):
      return column.replacing(.codes(exchanged(codes, probability, &stream), levels: levels))
    case .numbers(let numbers, let missing) where column.grid == .truth:
      let drawn = exchanged(Array(numbers.indices), probability, &stream)
      let values = numbers.indices.map { missing[$0] || missing[drawn[$0]] ? numbers[$0] : numbers[drawn[$0]] }
      return column.replacing(.numbers(values, missing: missing))
    case .numbers(let numbers, let missing):
      let values = numbers.indices.map { row in
        // A draw a record, missing or not, so that one missing value moves no other record's noise.
        let noise = deviation * Normal.standard.quantile(stream.inner())
        guard !missing[row] else { return numbers[row] }
        let value = Double(numbers[row]) + noise
        return Float(column.grid == .whole ? value.rounded() : value) + 0
      }
      return column.replacing(.numbers(values, missing: missing))
    }
  }

  /// Each of the N values, or with some probability the value of a row of the population.
  private func exchanged<Value>(_ values: [Value], _ probability: Double, _ stream: inout Stream) -> [Value] {
    values.map { value in
      let isExchanged = stream.uniform() < probability
      let row = population.isEmpty ? nil : population[stream.below(population.count)]
      return isExchanged ? row.map { values[$0] } ?? value : value
    }
  }

  /// Of the numbers that are there, over n; 0 where there are none, and where the column holds categories or truths.
  private static func deviation(of column: Column, rows: [Int]) -> Double {
    guard case .numbers(let numbers, let missing) = column.values, column.grid != .truth else { return 0 }
    let values = rows.filter { !missing[$0] }.map { Double(numbers[$0]) }
    guard !values.isEmpty else { return 0 }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
  }
}

extension Stream {
  /// The next number between 0 and 1, neither of them.
  fileprivate mutating func inner() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }
}
