import Maths

/// One record on its walk along the boundary.
struct Walker {
  let row: Int
  let origin: QuerySpace.Point
  /// Columns of numbers that move.
  private let movable: [Int]
  private var stream: Stream

  /// Whether the record is given its true label.
  var isRight = false
  /// The nearest point so far with another answer.
  private(set) var best: QuerySpace.Point?
  var queries = 0
  /// Where to begin, the nearest first.
  var starts: [QuerySpace.Point] = []
  /// What was asked last.
  var asked: [QuerySpace.Point] = []
  /// Shares of the way to `end` between which the answer changes.
  var line: (near: Double, far: Double, end: QuerySpace.Point)?
  /// Where the last step came to rest.
  private(set) var landing: QuerySpace.Point?

  private var directions: [[Double]] = []
  private var aimed: [Double]?
  private var stride = 0.0
  private(set) var isStepping = false

  init(row: Int, origin: QuerySpace.Point, space: QuerySpace, seed: UInt64) {
    (self.row, self.origin) = (row, origin)
    movable = space.movable(row)
    stream = Stream(seed: seed, stream: UInt64(row))
  }

  /// 0 where the record is answered wrongly, infinity where nothing else was met.
  func distance(in space: QuerySpace) -> Double {
    isRight ? best.map { space.distance($0, origin) } ?? .infinity : 0
  }

  /// Another record's values, but for numbers that either lacks.
  func start(from other: QuerySpace.Point, row otherRow: Int, in space: QuerySpace) -> QuerySpace.Point {
    var point = origin
    for column in space.discrete where !space.isMissing(row, column) && !space.isMissing(otherRow, column) {
      point[column] = other[column]
    }
    for column in movable where !space.isMissing(otherRow, column) { point[column] = other[column] }
    return point
  }

  mutating func take(_ point: QuerySpace.Point?) { best = point }

  mutating func take(_ point: QuerySpace.Point, ifNearerIn space: QuerySpace) {
    guard best.map({ space.distance(point, origin) < space.distance($0, origin) }) ?? true else { return }
    best = point
  }

  /// The point whose numbers lie `share` of the way from the record to `end`; the rest is `end`'s.
  func between(_ share: Double, _ end: QuerySpace.Point) -> QuerySpace.Point {
    var point = end
    for column in movable { point[column] = origin[column] + share * (end[column] - origin[column]) }
    return point
  }

  /// Begins a step of so many labels, or sits it out where they are too many or no number need move.
  mutating func prepare(_ labels: Int, of limit: Int, in space: QuerySpace) {
    (aimed, landing) = (nil, nil)
    isStepping = queries + labels <= limit && (best.map { space.squaredShift($0, origin) > 0 } ?? false)
  }

  /// Points round the best one, at a distance of the gap to the record over the number of dimensions.
  mutating func neighbours(_ samples: Int, in space: QuerySpace) -> [QuerySpace.Point] {
    guard isStepping, let best else { return [] }
    let gap = space.squaredShift(best, origin).squareRoot()
    let radius = gap / Double(movable.count)
    directions = (0..<samples).map { _ in
      let draws = movable.map { _ in Normal.standard.quantile((Double(stream.next() >> 11) + 0.5) * 0x1p-53) }
      let length = max(draws.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1e-12)
      return draws.map { $0 / length }
    }
    return directions.map { direction in
      var point = best
      for (column, part) in zip(movable, direction) { point[column] += radius * part * space.scales[column] }
      return space.settled(point)
    }
  }

  /// The direction in which the answer is another, from the neighbours' answers less their mean.
  mutating func aim(_ others: [Bool], step: Int, in space: QuerySpace) {
    guard isStepping, let best else { return }
    let signs = others.map { $0 ? 1.0 : -1 }
    let mean = signs.reduce(0, +) / Double(signs.count)
    let isMixed = abs(mean) < 1
    var sum = [Double](repeating: 0, count: movable.count)
    for (direction, sign) in zip(directions, signs) {
      for index in sum.indices { sum[index] += direction[index] * (isMixed ? sign - mean : sign) }
    }
    directions = []
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return }
    aimed = sum.map { $0 / length }
    stride = space.squaredShift(best, origin).squareRoot() / Double(step).squareRoot()
  }

  /// The next point to try along the aim; nil once one has landed.
  mutating func attempt(in space: QuerySpace) -> QuerySpace.Point? {
    guard let aimed, landing == nil, let best else { return nil }
    var point = best
    for (column, part) in zip(movable, aimed) { point[column] += stride * part * space.scales[column] }
    return space.settled(point)
  }

  mutating func landed(_ isOther: Bool) {
    if isOther { landing = asked.first } else { stride /= 2 }
  }
}
