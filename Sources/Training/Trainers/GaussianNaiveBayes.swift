import Maths
public import Study

/// Independent normals a class and feature, joined by Bayes's rule.
///
/// Variances are of the population (/ n) and gain a small share of the greatest variance of any feature, as
/// scikit-learn's `var_smoothing`, so that a feature that does not vary in a class decides nothing alone.
///
/// - Inputs: numbers, a missing one filled by the half's median, indicators and levels as 0 and 1.
/// - Signal: logits (log joint densities less the greatest of the record), resolution 0.
/// - Cost: O(n D) to train, O(N D C) to answer.
/// - Source: the textbook rule, as in Hastie, Tibshirani and Friedman, "The elements of statistical learning", 2009,
///   section 6.6.3.
public struct GaussianNaiveBayes: Trainer {
  public static let name = "naive-bayes"
  public static let card = Card(
    title: "Gaussian naive Bayes",
    summary: "A normal for each feature of each class: few parameters, so it keeps little of a record.",
    source: "Hastie, Tibshirani and Friedman 2009, section 6.6.3")
  public static let parameters = [
    Parameter(
      "smoothing", .number(1e-12...1), "The share of the greatest variance of any feature that joins each variance.")
  ]
  public static let standard = GaussianNaiveBayes(smoothing: 1e-9)

  public let smoothing: Double

  public init(smoothing: Double) { self.smoothing = smoothing }

  public var recipe: Recipe { Recipe() }

  public func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    precondition(!rows.isEmpty, "a model needs at least one record")
    let preparation = Preparation.filling(records.design, rows: rows)
    let inputs = preparation.matrix(of: records.design, rows: rows)
    let labels = rows.map { records.labels[$0] }
    let all = ClassMoments(inputs, labels: rows.map { _ in 0 }, classes: 1)
    let own = ClassMoments(inputs, labels: labels, classes: records.classes.count)
    let floor = smoothing * (all.variances.max() ?? 0)
    return NaiveBayesModel(
      preparation: preparation, moments: own, floor: floor > 0 ? floor : smoothing,
      work: Double(rows.count) * Double(inputs.columns))
  }
}

/// Means and variances of the features of each class of a half.
struct ClassMoments: Sendable {
  /// C shares of the half.
  let shares: [Double]
  /// C x D.
  private(set) var means: [Double]
  private(set) var variances: [Double]

  init(_ inputs: Matrix, labels: [Int], classes: Int) {
    let columns = inputs.columns
    var counts = [Double](repeating: 0, count: classes)
    means = [Double](repeating: 0, count: classes * columns)
    variances = means
    for label in labels { counts[label] += 1 }
    for (row, label) in labels.enumerated() {
      for column in 0..<columns { means[label * columns + column] += Double(inputs[row, column]) }
    }
    for label in 0..<classes where counts[label] > 0 {
      for column in 0..<columns { means[label * columns + column] /= counts[label] }
    }
    for (row, label) in labels.enumerated() {
      for column in 0..<columns {
        let difference = Double(inputs[row, column]) - means[label * columns + column]
        variances[label * columns + column] += difference * difference
      }
    }
    for label in 0..<classes where counts[label] > 0 {
      for column in 0..<columns { variances[label * columns + column] /= counts[label] }
    }
    shares = counts.map { $0 / Double(labels.count) }
  }
}

/// What a half's moments say about any record.
struct NaiveBayesModel: Model {
  let preparation: Preparation
  let moments: ClassMoments
  /// Joins each variance.
  let floor: Double
  let work: Double

  /// A class that the half lacks is told to be as unlikely as a Float can carry without harm.
  private static let unlikely = -1e6

  func signal(for records: Records) -> Signal {
    let inputs = preparation.matrix(of: records.design, rows: 0..<records.count)
    let (columns, classes) = (inputs.columns, moments.shares.count)
    let precisions = moments.variances.map { 1 / ($0 + floor) }
    let constants = (0..<classes).map { label -> Double in
      guard moments.shares[label] > 0 else { return Self.unlikely }
      let logs = precisions[label * columns..<(label + 1) * columns].reduce(0) { $0 + Elementary.log($1) }
      return Elementary.log(moments.shares[label]) + logs / 2
    }
    var values = Matrix(rows: inputs.rows, columns: classes)
    var joint = constants
    for row in 0..<inputs.rows {
      for label in 0..<classes {
        var distance = 0.0
        if moments.shares[label] > 0 {
          for column in 0..<columns {
            let difference = Double(inputs[row, column]) - moments.means[label * columns + column]
            distance += difference * difference * precisions[label * columns + column]
          }
        }
        joint[label] = constants[label] - distance / 2
      }
      let greatest = joint.max() ?? 0
      for label in 0..<classes { values[row, label] = Float(max(joint[label] - greatest, Self.unlikely)) }
    }
    return Signal(kind: .logits, resolution: 0, values: values)
  }
}
