public import Maths

/// Who is set aside, and who trains which model: the pool's coin flips, drawn by subject and stratified by class.
///
/// The population is drawn before the pairs and pair j from a stream of its own, so that a pool grows from K to 2K models
/// without moving a record.
public struct PoolDesign: Equatable, Sendable {
  /// Rows of the dataset that no model trains on, ascending.
  public let population: [Int]
  /// Rows under test, ascending: the N records of ``membership``.
  public let tested: [Int]
  /// K x N, over ``tested``.
  public let membership: Membership
  private let strata: [[Int]]
  private let subjectOfRecord: [Int]

  /// The least number of records under test that a pool makes sense for.
  static let leastTested = 40

  /// - Parameters:
  ///   - records: The dataset; a person's class is that of the first record.
  ///   - models: K, even and at least 2.
  ///   - population: Records to set aside; max(100, 10 % of the records) where nil.
  /// - Throws: ``PoolError``.
  public init(records: Records, models: Int, population size: Int?, seed: UInt64) throws(PoolError) {
    guard models >= 2, models.isMultiple(of: 2) else { throw .oddModels(models) }
    let wanted = size ?? Self.standardPopulation(records: records.count)
    guard records.count - wanted >= Self.leastTested else {
      throw .tooFewRecords(records: records.count, population: wanted, needed: Self.leastTested)
    }
    let classOfSubject = Self.classes(of: records)
    let aside = Self.drawPopulation(of: records, classOfSubject: classOfSubject, wanted: wanted, seed: seed)
    population = records.labels.indices.filter { aside[records.subjects[$0]] }
    tested = records.labels.indices.filter { !aside[records.subjects[$0]] }
    var strata = [[Int]](repeating: [], count: records.classes.count)
    for (subject, label) in classOfSubject.enumerated() where !aside[subject] { strata[label].append(subject) }
    if let sparse = strata.indices.first(where: { (1..<Self.leastOfClass).contains(strata[$0].count) }) {
      throw .tooFewOfClass(name: records.classes[sparse], found: strata[sparse].count, needed: Self.leastOfClass)
    }
    self.strata = strata
    subjectOfRecord = tested.map { records.subjects[$0] }
    membership = Self.draw(
      models: models, strata: strata, subjectOfRecord: subjectOfRecord, subjects: records.subjectCount, seed: seed,
      purpose: .halves)
  }

  /// Two persons of each class in each half.
  static let leastOfClass = 4

  /// max(100, 10 % of the records), rounded to the nearest.
  public static func standardPopulation(records: Int) -> Int { max(100, (records + 5) / 10) }

  /// The whole membership drawn anew by the same rule: what a null run attacks.
  public func redrawn(seed: UInt64) -> Membership {
    draw(models: membership.models, seed: seed, purpose: .null)
  }

  /// Fresh halves for `count` targets that are no one's reference and have no complement: count x N.
  public func independent(_ count: Int, seed: UInt64) -> Membership {
    let pairs = draw(models: 2 * count, seed: seed, purpose: .independent)
    return Membership(rows: (0..<count).map { Array(pairs.row(2 * $0)) })
  }

  /// Rows of the dataset that model `index` of a membership over ``tested`` trains on, ascending.
  public func rows(ofModel index: Int, in membership: Membership) -> [Int] {
    tested.indices.filter { membership.contains(model: index, record: $0) }.map { tested[$0] }
  }

  /// Rows of the dataset that model `index` of the pool trains on, ascending.
  public func rows(ofModel index: Int) -> [Int] { rows(ofModel: index, in: membership) }

  private func draw(models: Int, seed: UInt64, purpose: Purpose) -> Membership {
    Self.draw(
      models: models, strata: strata, subjectOfRecord: subjectOfRecord,
      subjects: (subjectOfRecord.max() ?? -1) + 1, seed: seed, purpose: purpose)
  }

  private static func classes(of records: Records) -> [Int] {
    var result = [Int](repeating: -1, count: records.subjectCount)
    for (row, subject) in records.subjects.enumerated() where result[subject] < 0 {
      result[subject] = records.labels[row]
    }
    return result
  }

  /// Whole subjects, each class in its share of the records (largest remainders).
  private static func drawPopulation(
    of records: Records, classOfSubject: [Int], wanted: Int, seed: UInt64
  ) -> [Bool] {
    var size = [Int](repeating: 0, count: records.subjectCount)
    for subject in records.subjects { size[subject] += 1 }
    var total = [Int](repeating: 0, count: records.classes.count)
    for (subject, label) in classOfSubject.enumerated() { total[label] += size[subject] }
    let quotas = apportion(wanted, by: total)
    var aside = [Bool](repeating: false, count: records.subjectCount)
    for label in records.classes.indices {
      var stream = Purpose.population.stream(seed: seed, index: label)
      var left = quotas[label]
      for subject in stream.shuffled(classOfSubject.indices.filter({ classOfSubject[$0] == label })) {
        guard left > 0 else { break }
        aside[subject] = true
        left -= size[subject]
      }
    }
    return aside
  }

  /// `seats` shared out in proportion to `weights`, by largest remainders; the earlier wins a tie.
  static func apportion(_ seats: Int, by weights: [Int]) -> [Int] {
    let total = max(weights.reduce(0, +), 1)
    var shares = weights.map { seats * $0 / total }
    let order = weights.indices.sorted {
      let (one, other) = (seats * weights[$0] % total, seats * weights[$1] % total)
      return one == other ? $0 < $1 : one > other
    }
    for index in order.prefix(seats - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }

  /// Pair j reads stream j of the purpose: class by class its subjects, ascending, are shuffled, and the first half
  /// trains model 2j, the others 2j + 1.
  private static func draw(
    models: Int, strata: [[Int]], subjectOfRecord: [Int], subjects: Int, seed: UInt64, purpose: Purpose
  ) -> Membership {
    var rows: [[Bool]] = []
    for pair in 0..<models / 2 {
      var stream = purpose.stream(seed: seed, index: pair)
      var first = [Bool](repeating: false, count: subjects)
      for stratum in strata {
        let order = stream.shuffled(stratum)
        // The odd one goes to either half by a coin, or one half would always be the larger.
        let half = order.count / 2 + (order.count.isMultiple(of: 2) ? 0 : stream.below(2))
        for subject in order.prefix(half) { first[subject] = true }
      }
      rows.append(subjectOfRecord.map { first[$0] })
      rows.append(subjectOfRecord.map { !first[$0] })
    }
    return Membership(rows: rows)
  }
}

/// What a random stream is for: streams of different purposes never meet.
public enum Purpose: UInt64, Sendable {
  case population = 1, halves, rows, training, release, bootstrap, null, attack, independent, independentTraining
  case independentRelease, copies, canaries, boundary

  /// The stream `index` of this purpose.
  public func stream(seed: UInt64, index: Int) -> Stream {
    Stream(seed: seed, stream: rawValue << 32 | UInt64(index))
  }
}

/// Why a pool cannot be made.
public enum PoolError: Error, Equatable, CustomStringConvertible {
  case oddModels(Int)
  case tooFewRecords(records: Int, population: Int, needed: Int)
  case tooFewOfClass(name: String, found: Int, needed: Int)

  public var description: String {
    switch self {
    case .oddModels(let models):
      "a pool of \(models) models cannot be made of complementary pairs: give an even number of 2 or more"
    case .tooFewRecords(let records, let population, let needed):
      "\(records) records less a population of \(population) leave fewer than the \(needed) a pool needs: "
        + "use more records or a smaller pool: population"
    case .tooFewOfClass(let name, let found, let needed):
      "class '\(name)' has \(found) subjects under test but each half needs \(needed / 2): use more records or merge it"
    }
  }
}
