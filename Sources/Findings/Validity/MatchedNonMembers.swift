public import Maths
public import Study

/// Whether records alone tell members from non-members: then an attack may measure how two groups differ, and not what
/// a model gives away.
///
/// A classifier that sees only the records is trained on four fifths of the subjects and scores the others, five times:
/// no record is scored by what it taught. It is Fisher's discriminant on the numbers and their squares, so that it sees
/// groups that differ in mean, spread or mix. Its area has DeLong's interval, clustered by subject.
///
///     let matched = MatchedNonMembers(features: features, members: members, subjects: subjects, seed: 1)
///     let line = matched?.line(cell: "client")
///
/// - Cost: O(N D) a pass and a few hundred passes; of more than ``mostRecords`` records so many are drawn.
public struct MatchedNonMembers: Equatable, Sendable {
  /// More would tell a difference too small to matter.
  public static let mostRecords = 20_000
  private static let folds = 5
  /// Subjects of either side, so that each fold has some.
  private static let leastSubjects = 20

  /// Of the classifier, out of fold.
  public let auc: Estimate
  /// Of an area of 0.5, two-sided; 1 below 0.5: a classifier that is worse than chance has found nothing.
  public let p: Double

  /// - Parameters:
  ///   - features: N x D finite numbers, levels one-hot; labels among them where they are known.
  ///   - members: N truths.
  ///   - subjects: N subjects, dense from 0.
  ///   - seed: settles the draw and the folds.
  /// - Returns: Nil where a side has fewer than 20 subjects.
  public init?(features: Matrix, members: [Bool], subjects: [Int], seed: UInt64) {
    precondition(features.rows == members.count && subjects.count == members.count)
    var stream = Stream(seed: seed, stream: 0)
    var rows = Array(0..<features.rows)
    if rows.count > Self.mostRecords { rows = Array(stream.shuffled(rows).prefix(Self.mostRecords)).sorted() }
    let sides = [true, false].map { side in Set(rows.filter { members[$0] == side }.map { subjects[$0] }).count }
    guard sides.allSatisfy({ $0 >= Self.leastSubjects }) else { return nil }
    let inputs = DiscriminantInputs(features, rows: rows)
    let truths = rows.map { members[$0] }
    let owners = rows.map { subjects[$0] }
    let fold = Self.folds(truths, owners, &stream)
    var scores = [Double](repeating: 0, count: rows.count)
    for number in 0..<Self.folds {
      let known = fold.map { $0 != number }
      let weights = inputs.discriminant(of: truths, on: known)
      for row in scores.indices where !known[row] { scores[row] = inputs.score(row, weights) }
    }
    let area = DeLong(scores: scores, truths: truths, subjects: owners)
    guard let variance = area.variance else { return nil }
    auc = area.estimate()
    let excess = area.auc - 0.5
    let chance = Significance.p(
      area.auc, null: 0.5, deviation: max(variance, 0).squareRoot(),
      fallback: (1 / Double(12 * area.leastSubjects)).squareRoot())
    p = excess > 0 ? chance.twoSided : 1
  }

  public func line(cell: String) -> CheckFigure {
    CheckFigure(cell: cell, attack: nil, quantity: .auc, value: auc.value, low: auc.low, high: auc.high, p: p)
  }

  /// The fold of each record: whole subjects, each side dealt out in turn.
  private static func folds(_ truths: [Bool], _ subjects: [Int], _ stream: inout Stream) -> [Int] {
    let bound = (subjects.max() ?? -1) + 1
    var side = [Bool?](repeating: nil, count: bound)
    for (record, subject) in subjects.enumerated() where side[subject] != true { side[subject] = truths[record] }
    var fold = [Int](repeating: 0, count: bound)
    var next = 0
    for wanted in [true, false] {
      for subject in stream.shuffled((0..<bound).filter { side[$0] == wanted }) {
        fold[subject] = next % folds
        next += 1
      }
    }
    return subjects.map { fold[$0] }
  }
}

extension MatchedNonMembers {
  /// The features of some records.
  ///
  /// - Parameter labelled: whether with their labels, one-hot; not where members were drawn class by class: what one
  ///   fold has more of a class the others then have less, and a classifier learns the opposite of what it meets.
  public static func features(of records: Records, rows: [Int], labelled: Bool) -> Matrix {
    let columns = records.design.matrix.columns
    let classes = labelled ? records.classes.count : 0
    var elements: [Float] = []
    elements.reserveCapacity(rows.count * (columns + classes))
    for row in rows {
      elements += records.design.matrix.row(row)
      elements += (0..<classes).map { $0 == records.labels[row] ? 1 : 0 }
    }
    return Matrix(rows: rows.count, columns: columns + classes, elements: elements)
  }
}
