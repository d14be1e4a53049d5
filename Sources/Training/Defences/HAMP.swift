import Maths
public import Study

/// Trains towards targets of high entropy and, when asked, answers with the numbers of a made-up record in its own order.
///
/// In training the label keeps what the target's entropy leaves it and uncertain answers are rewarded. When asked, the
/// numbers of an answer are those about a record drawn evenly between the bounds of the population's columns, put in the
/// order of the true answer: the order of classes is all that an outsider learns.
///
/// - Source: Chen and Pattabiraman, "Overconfidence is a dangerous thing: Mitigating membership inference attacks by
///   enforcing less confident prediction", 2024, sections 4.2 to 4.4.
public struct HAMP: Defence {
  public static let name = "hamp"
  public static let card = Card(
    title: "HAMP",
    summary: "Trains towards uncertain answers, and tells only their order in borrowed numbers.",
    source: "Chen and Pattabiraman 2024")
  public static let parameters = [
    Parameter("entropy", .number(0...0.99), "The least entropy of a target, as a share of an even one's."),
    Parameter("strength", .number(0...10), "The entropy of answers, in nats, is rewarded this many times."),
  ]
  public static let standard = HAMP(entropy: 0.4, strength: 0.01)
  public static let stage = Stage.training

  public let entropy: Double
  public let strength: Double

  public init(entropy: Double, strength: Double) {
    self.entropy = entropy
    self.strength = strength
  }

  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    try recipe.network {
      $0.objective.targetEntropy = entropy
      $0.objective.confidencePenalty = strength
    }
  }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    BorrowingLearner(base: learner, population: population)
  }
}

/// Trains as its base does; the model answers in borrowed numbers.
struct BorrowingLearner: Learner {
  let base: any Learner
  let population: [Int]

  func obstacle(to records: Records, members: Int) -> String? { base.obstacle(to: records, members: members) }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    BorrowingModel(
      base: try base.train(on: records, rows: rows, recipe: recipe, seed: seed),
      bounds: records.columns.map { Bounds($0, rows: population.isEmpty ? rows : population) }, seed: seed)
  }
}

/// Where a column's values lie.
struct Bounds: Sendable {
  let least: Float
  let most: Float

  init(_ column: Column, rows: [Int]) {
    guard case .numbers(let numbers, let missing) = column.values else {
      (least, most) = (0, 0)
      return
    }
    let present = rows.filter { !missing[$0] }.map { numbers[$0] }
    (least, most) = (present.min() ?? 0, present.max() ?? 0)
  }

  /// `count` values drawn evenly, of the same kind and without any missing.
  func drawn(_ count: Int, like column: Column, _ stream: inout Maths.Stream) -> Column {
    switch column.values {
    case .numbers:
      let numbers = (0..<count).map { _ in least + Float(stream.uniform()) * (most - least) }
      // The design has an indicator of missing values where the records asked about lack some.
      return column.replacing(.numbers(numbers, missing: [Bool](repeating: false, count: count)))
    case .codes(_, let levels):
      return column.replacing(.codes((0..<count).map { _ in Int32(stream.below(levels.count)) }, levels: levels))
    }
  }
}

/// Tells the order of its answers by the numbers about made-up records.
struct BorrowingModel: Model {
  let base: any Model
  let bounds: [Bounds]
  let seed: UInt64

  var work: Double { base.work }
  var curve: [CurvePoint] { base.curve }

  func signal(for records: Records) -> Signal {
    let answers = base.signal(for: records)
    var stream = Maths.Stream(seed: seed, stream: 6)
    let made = zip(records.columns, bounds).map { $1.drawn(records.count, like: $0, &stream) }
    // Behind the records themselves, so that the columns of the design stay what the model knows.
    let all = records.appending(made, labels: records.labels, subjects: records.subjects)
    let borrowed = base.signal(for: all)
    let classes = answers.values.columns
    var elements = answers.values.elements
    for row in 0..<records.count {
      let own = Array(answers.values.row(row))
      let numbers = Array(borrowed.values.row(records.count + row)).sorted(by: >)
      let order = own.indices.sorted { own[$0] == own[$1] ? $0 < $1 : own[$0] > own[$1] }
      for (place, index) in order.enumerated() { elements[row * classes + index] = numbers[place] }
    }
    return Signal(
      kind: answers.kind, resolution: answers.resolution,
      values: Matrix(rows: records.count, columns: classes, elements: elements))
  }
}
