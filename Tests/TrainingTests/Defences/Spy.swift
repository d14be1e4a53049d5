import Maths
import Study
import Synchronization

/// A learner that learns nothing and remembers what it was given.
struct Spy: Learner {
  struct Call: Sendable {
    let records: Records
    let rows: [Int]
    let recipe: Recipe
    let seed: UInt64
  }

  /// All calls, in order.
  final class Log: Sendable {
    private let stored = Mutex<[Call]>([])
    var calls: [Call] { stored.withLock { $0 } }
    func add(_ call: Call) { stored.withLock { $0.append(call) } }
  }

  let log = Log()
  /// The least number of records that it can be trained on.
  var least = 1

  func obstacle(to records: Records, members: Int) -> String? {
    members < least ? "the spy needs \(least)" : nil
  }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    log.add(Call(records: records, rows: rows, recipe: recipe, seed: seed))
    return SpyModel(rows: Set(rows), classes: records.classes.count, work: Double(rows.count))
  }
}

/// Says class 0 of what it was trained on and the last class of all else, a record being known by its place.
struct SpyModel: Model {
  let rows: Set<Int>
  let classes: Int
  let work: Double

  func signal(for records: Records) -> Signal {
    var values = Matrix(rows: records.count, columns: classes)
    for row in 0..<records.count { values[row, rows.contains(row) ? 0 : classes - 1] = 1 }
    return Signal(kind: .votes, resolution: 0.25, values: values)
  }
}

extension Records {
  /// The features of a record as text.
  func features(of row: Int) -> [String] {
    columns.map { column in
      switch column.values {
      case .numbers(let numbers, let missing): missing[row] ? "missing" : "\(numbers[row])"
      case .codes(let codes, let levels): levels[Int(codes[row])]
      }
    }
  }
}
