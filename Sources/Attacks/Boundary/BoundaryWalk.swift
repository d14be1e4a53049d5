import Maths
public import Study

/// How far a record is from the nearest other answer, found by asking for labels alone.
///
///     let walk = BoundaryWalk(space: QuerySpace(records, population: population), queries: 1000, seed: 1)
///     let found = walk.distances(of: rows) { model's labels of $0 }  // members tend to lie farther
///
/// It starts at the nearest record of the population that is answered otherwise, takes back what was exchanged as long as
/// the answer stays another, and then closes in along the numbers: bisection towards the record, a step along a gradient
/// that is estimated from labels of random neighbours, bisection again.
///
/// - Input: rows of records, and labels of any records that are asked about.
/// - Output: N distances, 0 or more: deviations of columns for numbers, the square root of 2 for an exchanged category;
///   0 where the record itself is not given its true label, infinity where no other answer was met.
/// - Cost: at most `queries` labels a record, and one a record of the population for all together.
/// - Source: Chen, Jordan and Wainwright, "HopSkipJumpAttack", 2020, arXiv:1904.02144, algorithm 2 (L2), step sizes and
///   sample counts as there; as membership inference Choquette-Choo et al., 2021, arXiv:2007.14321, section 4.2, and Li
///   and Zhang, 2021, arXiv:2007.15528. Categories are ours: the papers move numbers alone.
public struct BoundaryWalk: Sendable {
  let space: QuerySpace
  /// At most so many labels a record.
  let queries: Int
  let seed: UInt64

  /// What was found of one record.
  public struct Found: Equatable, Sendable {
    public let distance: Double
    /// Labels that were asked for.
    public let queries: Int
  }

  /// Records that walk side by side, so that a model is asked about many at once.
  private static let group = 32
  /// Starting points that are tried at once, and how often.
  private static let (starts, rounds) = (5, 4)
  /// Samples of the first gradient; later ones grow with the root of the step's number.
  private static let samples = 100.0
  /// Halvings of a line, and of a step.
  private static let (bisections, halvings) = (10, 8)

  /// - Parameter queries: 50 or more.
  public init(space: QuerySpace, queries: Int, seed: UInt64) {
    precondition(queries >= 50)
    (self.space, self.queries, self.seed) = (space, queries, seed)
  }

  /// One result a row.
  ///
  /// - Parameters:
  ///   - rows: Of the records, in `0..<N`.
  ///   - answer: Labels in `0..<C`, one a record.
  public func distances(of rows: [Int], answer: (Records) -> [Int]) -> [Found] {
    let points = space.population.map { (row: $0, point: space.point($0)) }
    let known = zip(points, ask(points, answer)).map { Known(row: $0.row, point: $0.point, label: $1) }
    var result: [Found] = []
    for start in stride(from: 0, to: rows.count, by: Self.group) {
      let own = rows[start..<min(start + Self.group, rows.count)]
      var walkers = own.map { Walker(row: $0, origin: space.point($0), space: space, seed: seed) }
      walk(&walkers, known, answer)
      result += walkers.map { Found(distance: $0.distance(in: space), queries: $0.queries) }
    }
    return result
  }

  private func ask(_ points: [(row: Int, point: QuerySpace.Point)], _ answer: (Records) -> [Int]) -> [Int] {
    points.isEmpty ? [] : answer(space.records(points))
  }

  /// A record of the population and its answer.
  private struct Known {
    let row: Int
    let point: QuerySpace.Point
    let label: Int
  }

  private func walk(_ walkers: inout [Walker], _ known: [Known], _ answer: (Records) -> [Int]) {
    let labels = space.records.labels
    askEach(&walkers, answer) { walker in
      [walker.origin]
    } then: { walker, others in
      walker.isRight = !others[0]
    }
    for index in walkers.indices where walkers[index].isRight {
      walkers[index].starts = starts(of: walkers[index], known.filter { $0.label != labels[walkers[index].row] })
    }
    for round in 0..<Self.rounds {
      askEach(&walkers, answer) { walker in
        walker.best == nil ? Array(walker.starts.dropFirst(round * Self.starts).prefix(Self.starts)) : []
      } then: { walker, others in
        walker.take(others.firstIndex(of: true).map { walker.asked[$0] })
      }
    }
    restore(&walkers, answer)
    // The record's own numbers first: what was exchanged may be enough.
    askEach(&walkers, answer) { walker in
      walker.best.map { [walker.between(0, $0)] } ?? []
    } then: { walker, others in
      if others[0] { walker.take(walker.asked[0]) }
    }
    close(&walkers, answer) { $0.best }
    var step = 1
    while true {
      let samples = Int((Self.samples * Double(step).squareRoot()).rounded())
      for index in walkers.indices { walkers[index].prepare(samples + reserve, of: queries, in: space) }
      guard walkers.contains(where: \.isStepping) else { break }
      climb(&walkers, step: step, samples: samples, answer)
      step += 1
    }
    restore(&walkers, answer)
  }

  /// Where a walk may begin: records of the population that are answered otherwise, the nearest first.
  private func starts(of walker: Walker, _ known: [Known]) -> [QuerySpace.Point] {
    let points = known.map { walker.start(from: $0.point, row: $0.row, in: space) }
    let order = points.map { space.distance($0, walker.origin) }
    return points.indices.sorted { (order[$0], $0) < (order[$1], $1) }.prefix(Self.rounds * Self.starts)
      .map { points[$0] }
  }

  /// What a step needs beside its samples, and the last taking back.
  private var reserve: Int { Self.bisections + Self.halvings + space.discrete.count }

  /// Takes exchanged columns back one after the other, where the answer stays another.
  private func restore(_ walkers: inout [Walker], _ answer: (Records) -> [Int]) {
    for column in space.discrete {
      askEach(&walkers, answer) { walker in
        guard var point = walker.best, point[column] != walker.origin[column], walker.queries < queries else {
          return []
        }
        point[column] = walker.origin[column]
        return [point]
      } then: { walker, others in
        if others[0] { walker.take(walker.asked[0]) }
      }
    }
  }

  /// Bisects from points with another answer towards the records, along the numbers.
  private func close(
    _ walkers: inout [Walker], _ answer: (Records) -> [Int], from: (Walker) -> QuerySpace.Point?
  ) {
    for index in walkers.indices { walkers[index].line = from(walkers[index]).map { (0, 1, $0) } }
    for _ in 0..<Self.bisections {
      askEach(&walkers, answer) { walker in
        guard let line = walker.line, walker.queries < queries else { return [] }
        return [space.settled(walker.between((line.near + line.far) / 2, line.end))]
      } then: { walker, others in
        guard let line = walker.line else { return }
        let middle = (line.near + line.far) / 2
        if others[0] { walker.take(walker.asked[0], ifNearerIn: space) }
        walker.line = others[0] ? (line.near, middle, line.end) : (middle, line.far, line.end)
      }
    }
  }

  /// One gradient, one step along it, one bisection.
  private func climb(_ walkers: inout [Walker], step: Int, samples: Int, _ answer: (Records) -> [Int]) {
    askEach(&walkers, answer) { walker in
      walker.neighbours(samples, in: space)
    } then: { walker, others in
      walker.aim(others, step: step, in: space)
    }
    for _ in 0..<Self.halvings {
      askEach(&walkers, answer) { walker in
        walker.attempt(in: space).map { [$0] } ?? []
      } then: { walker, others in
        walker.landed(others[0])
      }
    }
    close(&walkers, answer) { $0.landing }
  }

  /// Asks about points of all walkers at once, and tells each whether its own are answered otherwise.
  private func askEach(
    _ walkers: inout [Walker], _ answer: (Records) -> [Int], _ points: (inout Walker) -> [QuerySpace.Point],
    then: (inout Walker, [Bool]) -> Void
  ) {
    var all: [(row: Int, point: QuerySpace.Point)] = []
    for index in walkers.indices {
      walkers[index].asked = points(&walkers[index])
      walkers[index].queries += walkers[index].asked.count
      all += walkers[index].asked.map { (walkers[index].row, $0) }
    }
    let labels = ask(all, answer)
    var next = 0
    for index in walkers.indices where !walkers[index].asked.isEmpty {
      let count = walkers[index].asked.count
      let truth = space.records.labels[walkers[index].row]
      then(&walkers[index], labels[next..<next + count].map { $0 != truth })
      next += count
    }
  }
}
