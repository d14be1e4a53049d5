public import Study

/// How good the models of a cell are, with what a later comparison needs to pair it with another run.
public struct UtilityMeasurement: Codable, Equatable, Sendable {
  public let utility: Utility
  /// Of the accuracy.
  public let replicates: FigureReplicates

  /// Measures each model outside its own training half, population included.
  ///
  /// Accuracy and balanced accuracy (the mean of the classes' accuracies, over classes that occur) are means over
  /// models; their intervals come from redrawn pairs of models and redrawn subjects.
  ///
  /// - Parameters:
  ///   - correctness: K x N and K x Z.
  ///   - membership: K x N.
  ///   - labels: N labels in `0..<classes`.
  ///   - populationLabels: Z labels.
  ///   - subjects: N subjects in `0..<draws.subjects`.
  ///   - populationSubjects: Z subjects, dense from 0, none of them in `subjects`; nil where each record has its own.
  ///   - classes: C.
  ///   - draws: of K models and the subjects under test.
  ///   - seed: gives the draws of the population's subjects, as ``BootstrapDraws`` of one model.
  public init(
    correctness: Correctness, membership: Membership, labels: [Int], populationLabels: [Int], subjects: [Int],
    populationSubjects: [Int]? = nil, classes: Int, draws: BootstrapDraws, seed: UInt64
  ) {
    let outsiders = populationSubjects ?? Array(populationLabels.indices)
    let answers = PoolAnswers(
      correctness: correctness, membership: membership, labels: labels + populationLabels,
      subjects: subjects + outsiders.map { $0 + draws.subjects }, classes: classes)
    let redrawn = Self.redrawn(answers, outsiders: outsiders, draws: draws, seed: seed)
    let values = answers.accuracies(
      weights: [Double](repeating: 1, count: answers.subjectBound), pairs: [Double](repeating: 1, count: draws.pairs))
    let plain = answers.influence(balanced: false)
    var counts = [Int](repeating: 0, count: classes)
    for label in answers.labels { counts[label] += 1 }
    utility = Utility(
      accuracy: Self.estimate(values.plain, redrawn.plain, plain),
      balancedAccuracy: Self.estimate(values.balanced, redrawn.balanced, answers.influence(balanced: true)),
      majority: Double(counts.max() ?? 0) / Double(answers.labels.count),
      trainAccuracy: answers.trainAccuracy, classes: classes)
    replicates = FigureReplicates(quantity: .accuracy, values: redrawn.plain, influence: plain.sketch)
  }

  /// Both accuracies in each replicate.
  private static func redrawn(
    _ answers: PoolAnswers, outsiders: [Int], draws: BootstrapDraws, seed: UInt64
  ) -> (plain: [Double], balanced: [Double]) {
    let population = outsiders.max().map {
      BootstrapDraws(models: 1, subjects: $0 + 1, replicates: draws.replicates, seed: seed)
    }
    var result = (plain: [Double](), balanced: [Double]())
    for replicate in 0..<draws.replicates {
      let weights = Array(draws.subjectCounts(of: replicate)) + (population?.subjectCounts(of: replicate) ?? [])
      let (plain, balanced) = answers.accuracies(
        weights: weights.map(Double.init), pairs: draws.pairCounts(of: replicate).map(Double.init))
      result.plain.append(plain)
      result.balanced.append(balanced)
    }
    return result
  }

  private static func estimate(_ value: Double, _ replicates: [Double], _ variance: CrossedVariance) -> Estimate {
    let interval = Percentile.interval(replicates, value: value, correction: variance.correction().interval)
    return Estimate(value: value, low: interval.lowerBound, high: interval.upperBound, method: .bootstrap)
  }
}
