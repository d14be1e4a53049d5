public import Maths

/// What an attacker who holds the records knows of them: the features as numbers, levels one-hot.
public struct Features: Sendable {
  /// N x D, of the records under test.
  public let records: Matrix
  /// Z x D, of the population.
  public let population: Matrix

  public init(records: Matrix, population: Matrix) {
    self.records = records
    self.population = population
  }

  /// Chosen rows of a design.
  public init(_ design: Design, tested: [Int], population: [Int]) {
    func rows(_ chosen: [Int]) -> Matrix {
      var elements: [Float] = []
      elements.reserveCapacity(chosen.count * design.matrix.columns)
      for row in chosen { elements.append(contentsOf: design.matrix.row(row)) }
      return Matrix(rows: chosen.count, columns: design.matrix.columns, elements: elements)
    }
    self.init(records: rows(tested), population: rows(population))
  }
}
