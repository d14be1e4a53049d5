import Study

/// The answers of a pool's models about the records under test and the population, one list of N + Z.
struct PoolAnswers: Sendable {
  let labels: [Int]
  let subjects: [Int]
  let classes: Int
  let subjectBound: Int
  /// Mean over models of the share of right answers on their training halves.
  let trainAccuracy: Double
  /// Per model the records outside its half.
  private let outside: [[Int32]]
  /// Per model whether the answers about them are right.
  private let right: [[Bool]]

  init(correctness: Correctness, membership: Membership, labels: [Int], subjects: [Int], classes: Int) {
    let models = correctness.records.count
    precondition(models == membership.models, "each model has a membership")
    var outside: [[Int32]] = []
    var right: [[Bool]] = []
    var trained: [Double] = []
    for model in 0..<models {
      let answers = correctness.records[model] + correctness.population[model]
      precondition(answers.count == labels.count && subjects.count == labels.count, "each record has an answer")
      let isInside = Array(membership.row(model))
      let inside = isInside.indices.filter { isInside[$0] }
      let records = labels.indices.filter { $0 >= isInside.count || !isInside[$0] }
      outside.append(records.map(Int32.init))
      right.append(records.map { answers[$0] })
      if !inside.isEmpty { trained.append(Double(inside.count { answers[$0] }) / Double(inside.count)) }
    }
    self.labels = labels
    self.subjects = subjects
    self.classes = classes
    self.outside = outside
    self.right = right
    subjectBound = (subjects.max() ?? -1) + 1
    trainAccuracy = trained.reduce(0, +) / Double(trained.count)
  }

  /// Mean accuracy and balanced accuracy of the models outside their halves.
  ///
  /// - Parameters:
  ///   - weights: one a subject.
  ///   - pairs: one a complementary pair.
  /// - Returns: Both in 0...1; NaN where no weight is left.
  func accuracies(weights: [Double], pairs: [Double]) -> (plain: Double, balanced: Double) {
    let recordWeights = subjects.map { weights[$0] }
    var sums = (plain: 0.0, balanced: 0.0, weight: 0.0)
    for model in outside.indices where pairs[model / 2] > 0 {
      let (found, all) = classWeights(model, recordWeights)
      let total = all.reduce(0, +)
      guard total > 0 else { continue }
      var recalls = (sum: 0.0, count: 0.0)
      for label in 0..<classes where all[label] > 0 {
        recalls.sum += found[label] / all[label]
        recalls.count += 1
      }
      let pair = pairs[model / 2]
      sums.plain += pair * (found.reduce(0, +) / total)
      sums.balanced += pair * (recalls.sum / recalls.count)
      sums.weight += pair
    }
    return (sums.plain / sums.weight, sums.balanced / sums.weight)
  }

  /// The weight of right answers and of all, by class.
  private func classWeights(_ model: Int, _ weights: [Double]) -> (found: [Double], all: [Double]) {
    var found = [Double](repeating: 0, count: classes)
    var all = found
    outside[model].withUnsafeBufferPointer { records in
      right[model].withUnsafeBufferPointer { right in
        for place in 0..<records.count {
          let record = Int(records[place])
          let weight = weights[record]
          all[labels[record]] += weight
          if right[place] { found[labels[record]] += weight }
        }
      }
    }
    return (found, all)
  }

  /// How much each (pair, subject) cell moves one of the two means.
  func influence(balanced: Bool) -> CrossedVariance {
    let models = Double(outside.count)
    let pairs = (outside.count + 1) / 2
    var variance = CrossedVariance(pairs: pairs, subjects: subjectBound)
    let ones = [Double](repeating: 1, count: labels.count)
    let accuracies = accuracies(
      weights: [Double](repeating: 1, count: subjectBound), pairs: [Double](repeating: 1, count: pairs))
    let mean = balanced ? accuracies.balanced : accuracies.plain
    for model in outside.indices where !outside[model].isEmpty {
      let (found, all) = classWeights(model, ones)
      let present = Double(all.count { $0 > 0 })
      let total = all.reduce(0, +)
      let plain = found.reduce(0, +) / total
      let recalls = zip(found, all).map { $1 > 0 ? $0 / $1 : 0 }
      let own = balanced ? recalls.reduce(0, +) / present : plain
      variance.add((own - mean) / models, pair: model / 2)
      for (place, record) in outside[model].enumerated() {
        let label = labels[Int(record)]
        let answer = right[model][place] ? 1.0 : 0
        let excess = balanced ? (answer - recalls[label]) / (present * all[label]) : (answer - plain) / total
        variance.add(excess / models, pair: model / 2, subject: subjects[Int(record)])
      }
    }
    return variance
  }
}
