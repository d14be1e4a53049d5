import Maths
import Study

extension Signals {
  /// The same pool in which model k says of record 1, and is said to know of it, what model `order[k]` does of record 0.
  func twinned(_ order: [Int]) -> Signals {
    Signals(
      models: models.indices.map { models[$0].twinned(with: models[order[$0]]) }, population: population,
      labels: twinned(labels), populationLabels: populationLabels, subjects: subjects,
      membership: Membership(
        rows: models.indices.map { model in
          var row = membership.truths(ofModel: model)
          row[1] = membership.contains(model: order[model], record: 0)
          return row
        }),
      features: features.map { features in
        let columns = features.records.columns
        let rows = features.records.row(0) + features.records.row(0) + features.records.elements[(2 * columns)...]
        return Features(
          records: Matrix(rows: features.records.rows, columns: columns, elements: Array(rows)),
          population: features.population)
      })
  }

  private func twinned(_ values: [Int]) -> [Int] { [values[0], values[0]] + values[2...] }
}

extension Observation {
  fileprivate func twinned(with other: Observation) -> Observation {
    func twin<Value>(_ part: KeyPath<Observation, [Value]>) -> [Value] {
      [self[keyPath: part][0], other[keyPath: part][0]] + self[keyPath: part][2...]
    }
    return Observation(
      confidence: twin(\.confidence), logConfidence: twin(\.logConfidence), phi: twin(\.phi),
      maxConfidence: twin(\.maxConfidence), entropy: twin(\.entropy), modifiedEntropy: twin(\.modifiedEntropy),
      hinge: twin(\.hinge), isCorrect: twin(\.isCorrect),
      // Copies are read of the target alone, which keeps its place.
      copies: copies?.choosing([0, 0] + Array(2..<confidence.count)))
  }
}
