import Maths

/// The redraws of a clustered bootstrap: how often each complementary pair and each subject stands in each replicate.
///
/// Made once a cell and given to all its attacks, so that every attack meets the same draws and two attacks can be
/// compared replicate by replicate. Replicate i depends on the seed and on i alone: it reads stream i of the seed, first
/// one number below ``pairs`` for each pair, then one below ``subjects`` for each subject.
public struct BootstrapDraws: Equatable, Sendable {
  public let replicates: Int
  /// Complementary pairs of models: K / 2; one that is left over stands alone.
  public let pairs: Int
  public let subjects: Int
  /// For each target what it is redrawn with, in `0..<pairs`; nil where 2j and 2j + 1 are a complementary pair.
  let clusters: [Int]?
  private let pairCounts: [UInt16]
  private let subjectCounts: [UInt16]

  /// - Parameters:
  ///   - models: K, 1 or more.
  ///   - subjects: distinct subjects of the records under test, 1 or more.
  ///   - replicates: 2 or more; 400 give ends of a 95 % interval that are steady to a tenth of its width.
  ///   - seed: gives each replicate a stream of its own.
  public init(models: Int, subjects: Int, replicates: Int = 400, seed: UInt64) {
    self.init(pairs: (models + 1) / 2, clusters: nil, subjects: subjects, replicates: replicates, seed: seed)
  }

  /// Draws for targets that do not all come in complementary pairs.
  ///
  /// - Parameter clusters: for each target what it is redrawn with, dense from 0: its pair, or itself alone.
  public init(clusters: [Int], subjects: Int, replicates: Int = 400, seed: UInt64) {
    self.init(
      pairs: (clusters.max() ?? -1) + 1, clusters: clusters, subjects: subjects, replicates: replicates, seed: seed)
  }

  private init(pairs: Int, clusters: [Int]?, subjects: Int, replicates: Int, seed: UInt64) {
    precondition(pairs > 0 && subjects > 0 && replicates > 1, "a bootstrap needs models, subjects and replicates")
    var pairCounts = [UInt16](repeating: 0, count: replicates * pairs)
    var subjectCounts = [UInt16](repeating: 0, count: replicates * subjects)
    for replicate in 0..<replicates {
      var stream = Stream(seed: seed, stream: UInt64(replicate))
      for _ in 0..<pairs { pairCounts[replicate * pairs + stream.below(pairs)] += 1 }
      for _ in 0..<subjects { subjectCounts[replicate * subjects + stream.below(subjects)] += 1 }
    }
    self.replicates = replicates
    self.clusters = clusters
    self.pairs = pairs
    self.subjects = subjects
    self.pairCounts = pairCounts
    self.subjectCounts = subjectCounts
  }

  /// Draws that are given, replicate after replicate.
  package init(replicates: Int, pairCounts: [UInt16], subjectCounts: [UInt16]) {
    self.replicates = replicates
    clusters = nil
    pairs = pairCounts.count / replicates
    subjects = subjectCounts.count / replicates
    self.pairCounts = pairCounts
    self.subjectCounts = subjectCounts
  }

  /// How often each pair was drawn in one replicate: they sum to ``pairs``.
  public func pairCounts(of replicate: Int) -> ArraySlice<UInt16> {
    pairCounts[replicate * pairs..<(replicate + 1) * pairs]
  }

  /// How often each subject was drawn in one replicate: they sum to ``subjects``.
  public func subjectCounts(of replicate: Int) -> ArraySlice<UInt16> {
    subjectCounts[replicate * subjects..<(replicate + 1) * subjects]
  }
}
