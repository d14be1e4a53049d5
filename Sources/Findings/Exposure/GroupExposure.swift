import Maths
import Study

/// The share of pairs found in each group that may be shown, set against all other subjects.
///
/// The threshold is the cell's, so that groups differ by who is found and not by where the line is drawn. Intervals are
/// exact ones of as many independent pairs as the clustered ones (models share subjects, subjects share models) amount
/// to, with Student's quantile, at 1 - 0.05 / m for m groups: all of a cell hold together with 95 %.
///
/// - Source: Korn and Graubard, "Confidence intervals for proportions with small expected number of positive counts
///   estimated from survey data", Survey Methodology 24, 1998.
struct GroupExposure {
  private let records: RecordExposure
  private let pairs: Int

  init(_ records: RecordExposure) {
    self.records = records
    pairs = (records.membership.models + 1) / 2
  }

  /// One group of one partition before the number of groups is known.
  private struct Draft {
    let partition: Int
    let group: Int
    let subjects: Int
    let counts: Counts
    /// Of the share, clustered.
    let variance: CrossedVariance.Variances
    /// Of a share like that of all others.
    let p: Double
  }

  private struct Counts {
    var records = 0
    var trials = 0
    var found = 0
    var share: Double { Double(found) / Double(trials) }
  }

  func partitions(_ partitions: [Partition]) -> [ExposurePartition] {
    let shown = Suppression(partitions).shown
    let drafts = partitions.indices.flatMap { index in
      shown[index].indices.filter { shown[index][$0] }.compactMap { draft(index, $0, partitions[index]) }
    }
    let adjusted = Adjustment.holm(drafts.map(\.p))
    let level = 1 - Significance.level / Double(max(1, drafts.count))
    return partitions.enumerated().map { index, partition in
      let groups = zip(drafts, adjusted).filter { $0.0.partition == index }.map { draft, p in
        ExposurePartition.Group(
          name: partition.names[draft.group], subjects: draft.subjects, records: draft.counts.records,
          found: estimate(draft, level: level), p: p)
      }
      return ExposurePartition(
        attribute: partition.attribute, isClass: partition.isClass,
        suppressed: partition.names.indices.filter { !shown[index][$0] }.map { partition.names[$0] }, groups: groups)
    }
  }

  /// Nil where no model trained on anyone of the group.
  private func draft(_ index: Int, _ group: Int, _ partition: Partition) -> Draft? {
    let belongs = records.subjects.map { partition.groupOfSubject[$0] == group }
    let (own, others) = (counts(belongs), counts(belongs.map { !$0 }))
    guard own.trials > 0 else { return nil }
    let variance = influence(own, belongs).variances()
    var p = 1.0
    if others.trials > 0 {
      var difference = influence(own, belongs)
      difference.add(
        influence(others, belongs.map { !$0 }), times: -1, pairs: Array(0..<pairs),
        subjects: Array(0..<records.subjectBound))
      let (sampled, _, freedom) = difference.variances()
      if sampled > 0 { p = StudentT(freedom: freedom).outside((own.share - others.share) / sampled.squareRoot()) }
    }
    return Draft(
      partition: index, group: group, subjects: partition.groupOfSubject.count { $0 == group }, counts: own,
      variance: variance, p: p)
  }

  private func counts(_ belongs: [Bool]) -> Counts {
    var counts = Counts()
    for (record, belongs) in belongs.enumerated() where belongs {
      counts.records += 1
      counts.trials += records.models[record]
      counts.found += records.found[record]
    }
    return counts
  }

  private func influence(_ counts: Counts, _ belongs: [Bool]) -> CrossedVariance {
    var variance = CrossedVariance(pairs: pairs, subjects: records.subjectBound)
    let weight = 1 / Double(counts.trials)
    for model in records.isAbove.indices {
      for (record, isMember) in records.membership.row(model).enumerated() where isMember && belongs[record] {
        let found = records.isAbove[model][record] ? 1.0 : 0
        variance.add((found - counts.share) * weight, pair: model / 2, subject: records.subjects[record])
      }
    }
    return variance
  }

  private func estimate(_ draft: Draft, level: Double) -> Estimate {
    let share = draft.counts.share
    let (sampled, _, freedom) = draft.variance
    let independent = share * (1 - share)
    // Where nothing varies the subjects are all that is known to be independent.
    var trials = sampled > 0 ? independent / sampled : Double(draft.subjects)
    trials = min(trials, Double(draft.counts.trials))
    let ratio = Normal.standard.quantile(0.5 + level / 2) / StudentT(freedom: freedom).reach(level: level)
    trials = max(1, trials * ratio * ratio)
    let interval = ClopperPearson.interval(successes: share * trials, trials: trials, level: level)
    return Estimate(
      value: share, low: min(share, interval.lowerBound), high: max(share, interval.upperBound), level: level,
      method: .clopperPearsonClustered)
  }
}
