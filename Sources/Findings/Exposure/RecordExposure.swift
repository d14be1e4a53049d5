import Maths
public import Study

/// How often each record is found by one threshold over all pairs of a model and a record.
public struct RecordExposure: Equatable, Sendable {
  public let fprLimit: Double
  /// N counts: models that trained on the record, and those of them that gave it away.
  public let models: [Int]
  public let found: [Int]
  let membership: Membership
  let subjects: [Int]
  let subjectBound: Int
  /// K x N: at or above the threshold.
  let isAbove: [[Bool]]
  let shrinkage: Shrinkage

  /// - Parameters:
  ///   - scores: K x N, none NaN.
  ///   - membership: K x N.
  ///   - subjects: N subjects, dense from 0.
  ///   - fprLimit: the largest false-positive rate that the threshold may give.
  public init(scores: [[Double]], membership: Membership, subjects: [Int], fprLimit: Double) {
    let bound = (subjects.max() ?? -1) + 1
    let order = PoolOrder(scores: scores, membership: membership, subjects: subjects, subjectBound: bound)
    let entries = PoolCut.within([fprLimit], of: order)[0].entries
    // Everything at or above the last score that the cut takes in.
    let threshold = entries > 0 ? scores.flatMap { $0 }.sorted(by: >)[entries - 1] : .infinity
    isAbove = scores.map { own in own.map { entries > 0 && $0 >= threshold } }
    var models = [Int](repeating: 0, count: membership.records)
    var found = models
    for model in 0..<membership.models {
      for (record, isMember) in membership.row(model).enumerated() where isMember {
        models[record] += 1
        if isAbove[model][record] { found[record] += 1 }
      }
    }
    self.fprLimit = fprLimit
    self.models = models
    self.found = found
    self.membership = membership
    self.subjects = subjects
    subjectBound = bound
    shrinkage = Shrinkage(successes: found, trials: models)
  }

  /// The shrunk share of models that give a record away.
  public func estimate(_ record: Int) -> Double {
    shrinkage.estimate(successes: found[record], trials: models[record])
  }

  /// Between which ends a record's own rate lies with 95 %.
  public func interval(_ record: Int) -> ClosedRange<Double> {
    guard let known = shrinkage.posterior(successes: found[record], trials: models[record]) else {
      return shrinkage.mean...shrinkage.mean
    }
    let low = known.quantile(0.025)
    return low...max(low, known.quantile(0.975))
  }

  /// Records that were found at least once, the most exposed first; equal ones in order.
  public func most(_ count: Int) -> [Int] {
    let found = models.indices.filter { self.found[$0] > 0 }
    return Array(found.sorted { (estimate($1), $0) < (estimate($0), $1) }.prefix(count))
  }

  /// Pearson's correlation of the records' findings by even and by odd pairs of models; NaN where either never varies.
  var stability: Double {
    let shares = [0, 1].map { half in
      models.indices.map { record -> Double in
        var (trials, hits) = (0, 0)
        for model in isAbove.indices where model / 2 % 2 == half && membership.contains(model: model, record: record) {
          trials += 1
          if isAbove[model][record] { hits += 1 }
        }
        return trials > 0 ? Double(hits) / Double(trials) : .nan
      }
    }
    let both = models.indices.filter { !shares[0][$0].isNaN && !shares[1][$0].isNaN }
    let count = Double(both.count)
    let means = shares.map { own in both.reduce(0) { $0 + own[$1] } / count }
    func moment(_ one: Int, _ other: Int) -> Double {
      both.reduce(0) { $0 + (shares[one][$1] - means[one]) * (shares[other][$1] - means[other]) }
    }
    let scale = (moment(0, 0) * moment(1, 1)).squareRoot()
    return scale > 0 ? moment(0, 1) / scale : .nan
  }
}
