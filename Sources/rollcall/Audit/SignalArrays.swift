import Files
import Maths
import Study

/// The arrays of a set of models, each checked.
struct SignalArrays {
  let archive: NPZArchive
  let path: String

  private static let largestLogit = 1e30
  /// Larger numbers lose their squares' sums to rounding.
  private static let largestFeature: Float = 1e15
  private static let mostModels = 1 << 14
  private static let mostClasses = 1 << 16

  func fault(_ name: String, _ problem: String) -> AuditError { .array(path: path, name: name, problem: problem) }

  /// M rows of N truths.
  func memberships() throws -> [[Bool]] {
    let array = try archive.array(named: "membership")
    guard array.shape.count == 2, array.shape[0] > 0, array.shape[1] > 0 else {
      throw fault("membership", "the shape is \(Self.text(array.shape)) but must be [models, records]: reshape it")
    }
    guard array.shape[0] <= Self.mostModels else {
      throw fault("membership", "\(array.shape[0]) models but \(Self.mostModels) at most are read: give fewer")
    }
    let values: [Bool]
    if case .bool(let bits) = array.elements {
      values = bits
    } else {
      values = try wholes(array, "membership", below: 2, what: "a membership").map { $0 == 1 }
    }
    let records = array.shape[1]
    return (0..<array.shape[0]).map { Array(values[$0 * records..<($0 + 1) * records]) }
  }

  func labels(_ name: String) throws -> [Int] {
    let array = try archive.array(named: name)
    guard array.shape.count == 1, array.shape[0] > 0 else {
      throw fault(name, "the shape is \(Self.text(array.shape)) but must be [records]: reshape it")
    }
    return try wholes(array, name, below: Self.mostClasses, what: "a label")
  }

  /// One observation a model, with the number of classes, and which answers are right.
  func observations(
    _ name: String, models: Int, labels: [Int], labelsName: String
  ) throws -> (models: [Observation], classes: Int, right: [[Bool]]) {
    let array = try archive.array(named: name)
    guard array.shape.count == 3, array.shape[2] > 1 else {
      throw fault(
        name,
        "the shape is \(Self.text(array.shape)) but must be [models, records, classes], 2 classes or more: reshape it")
    }
    guard array.shape[0] == models else {
      throw fault(name, "\(array.shape[0]) models but membership has \(models): give the same in both")
    }
    guard array.shape[1] == labels.count else {
      throw fault(name, "\(array.shape[1]) records but \(labelsName) has \(labels.count): give the same in both")
    }
    let classes = array.shape[2]
    if let place = labels.firstIndex(where: { $0 >= classes }) {
      throw fault(
        labelsName,
        "the label at \(place) is \(labels[place]) but must be from 0 to \(classes - 1): number classes from 0")
    }
    var makers: [RowMaker]
    switch array.elements {
    case .float32(let values): makers = try rows(name, values, array.shape, labels) { Double($0) }
    case .float64(let values): makers = try rows(name, values, array.shape, labels) { $0 }
    default: throw fault(name, "whole numbers or truths, which are no logits: save float32 or float64")
    }
    let right = makers.map(\.correct)
    var result: [Observation] = []
    for model in makers.indices {
      result.append(makers[model].observation())
      // Two copies of all would be held at once.
      makers[model] = RowMaker()
    }
    return (result, classes, right)
  }

  private func rows<Number>(
    _ name: String, _ values: [Number], _ shape: [Int], _ labels: [Int], _ widen: (Number) -> Double
  ) throws -> [RowMaker] {
    let (records, classes) = (shape[1], shape[2])
    var room: [Double] = []
    var row = [Double](repeating: 0, count: classes)
    return try (0..<shape[0]).map { model in
      var maker = RowMaker()
      for record in 0..<records {
        for index in 0..<classes {
          let value = widen(values[(model * records + record) * classes + index])
          guard abs(value) <= Self.largestLogit else {
            throw fault(
              name, "\(value) at [\(model), \(record), \(index)], which is no finite logit: leave out what diverged")
          }
          row[index] = value
        }
        row.withUnsafeBufferPointer { maker.add(logits: $0, label: labels[record], room: &room) }
      }
      return maker
    }
  }

  /// The elements as whole numbers from 0.
  private func wholes(_ array: NPYArray, _ name: String, below bound: Int, what: String) throws -> [Int] {
    func whole(_ value: Double, _ place: Int) throws -> Int {
      guard value >= 0, value < Double(bound), value == value.rounded() else {
        throw fault(
          name, "\(value) at \(place), which is no \(what.dropFirst(2)): give whole numbers from 0 to \(bound - 1)")
      }
      return Int(value)
    }
    switch array.elements {
    case .int64(let values): return try values.enumerated().map { try whole(Double($1), $0) }
    case .uint8(let values): return try values.enumerated().map { try whole(Double($1), $0) }
    case .bool(let values): return values.map { $0 ? 1 : 0 }
    case .float32(let values): return try values.enumerated().map { try whole(Double($1), $0) }
    case .float64(let values): return try values.enumerated().map { try whole($1, $0) }
    }
  }

  /// What is known of the records and of the population; nil where neither is given.
  func features(records: Int, population: Int) throws -> Features? {
    let names = ["features", "population_features"]
    let given = names.filter(archive.names.contains)
    guard !given.isEmpty else { return nil }
    guard given.count == 2 else {
      let missing = given[0] == names[0] ? names[1] : names[0]
      throw fault(given[0], "there is no array '\(missing)': give both, or neither")
    }
    let (own, others) = (try matrix(names[0], rows: records), try matrix(names[1], rows: population))
    guard own.columns == others.columns else {
      throw fault(names[1], "\(others.columns) columns but features has \(own.columns): give the same")
    }
    return Features(records: own, population: others)
  }

  private func matrix(_ name: String, rows: Int) throws -> Matrix {
    let array = try archive.array(named: name)
    guard array.shape.count == 2, array.shape[0] == rows, array.shape[1] > 0 else {
      throw fault(
        name, "the shape is \(Self.text(array.shape)) but must be [\(rows), columns], a row a record: reshape it")
    }
    let values: [Float]
    switch array.elements {
    case .float32(let own): values = own
    case .float64(let own): values = own.map { Float($0) }
    case .int64(let own): values = own.map { Float($0) }
    case .uint8(let own): values = own.map { Float($0) }
    case .bool(let own): values = own.map { $0 ? 1 : 0 }
    }
    if let place = values.firstIndex(where: { !(abs($0) <= Self.largestFeature) }) {
      throw fault(
        name,
        "\(values[place]) at [\(place / array.shape[1]), \(place % array.shape[1])], which is no number to "
          + "learn from: fill in or leave out what is missing")
    }
    return Matrix(rows: rows, columns: array.shape[1], elements: values)
  }

  private static func text(_ shape: [Int]) -> String { "[" + shape.map(String.init).joined(separator: ", ") + "]" }
}
