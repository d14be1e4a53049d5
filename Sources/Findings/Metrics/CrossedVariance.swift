import Maths

/// The variance of a figure of a pool, where models share subjects and subjects share models.
///
/// Each (pair, subject) cell holds how much it moves the figure (its influence). What a pair has of its own, what a
/// subject has of its own and what only the cell has add up to the sampling variance. A bootstrap that redraws pairs
/// *and* subjects counts the cells' own part three times, which makes intervals of a pool of pure noise 1.7 times too
/// wide; ``correction`` takes that out.
///
/// With P pairs in G strata and S subjects, let A, B and C be the sums of squares of the pairs' totals, of the subjects'
/// totals and of the cells, and u = P / (P - G). The cells' own part is E = max(0, C - B / P - A / S), the redrawn
/// variance A + B + E and the sampled one max(u A + max(0, B - u E), f B), where f is the ``Floor``. By Satterthwaite its
/// degrees of freedom are its square over (u A)^2 / (P - G) + B^2 / (S - 1). Where P is not above G, pairs tell nothing:
/// B and S - 1.
///
/// - Source: Owen, "The pigeonhole bootstrap", Annals of Applied Statistics 1, 2007, theorem 3; Cameron, Gelbach and
///   Miller, Journal of Business & Economic Statistics 29, 2011, for the sum of clustered variances.
struct CrossedVariance: Equatable, Sendable {
  private let pairs: Int
  private let subjects: Int
  /// Groups that the pairs were divided into beforehand, each with a mean of its own; almost always 1.
  private let strata: Int
  /// pairs x subjects, row after row.
  private var cells: [Double]

  init(pairs: Int, subjects: Int, strata: Int = 1) {
    self.strata = strata
    self.pairs = pairs
    self.subjects = subjects
    cells = [Double](repeating: 0, count: pairs * subjects)
  }

  @inline(__always)
  mutating func add(_ influence: Double, pair: Int, subject: Int) { cells[pair * subjects + subject] += influence }

  /// Adds what a pair moves as a whole.
  mutating func add(_ influence: Double, pair: Int) {
    let share = influence / Double(subjects)
    for cell in pair * subjects..<(pair + 1) * subjects { cells[cell] += share }
  }

  /// Adds a part of the grid, times a factor.
  ///
  /// - Parameters:
  ///   - part: of some pairs and subjects.
  ///   - factor: how much it counts.
  ///   - pairs: the pair here of each pair there.
  ///   - subjects: the subject here of each subject there.
  mutating func add(_ part: CrossedVariance, times factor: Double, pairs: [Int], subjects: [Int]) {
    for (row, pair) in pairs.enumerated() {
      for (column, subject) in subjects.enumerated() {
        add(factor * part.cells[row * part.subjects + column], pair: pair, subject: subject)
      }
    }
  }

  typealias Variances = (sampled: Double, redrawn: Double, freedom: Double)

  /// The share of what subjects show below which the sampled variance is not believed to lie: few pairs can look alike by
  /// chance.
  enum Floor: Double {
    /// For what must hold at least its level: with few pairs it holds more.
    case all = 1
    /// For what must hold just its level, with four pairs and with many (`make validate`).
    case quarter = 0.25
  }

  /// The variances as sampled and as redrawn, and the degrees of freedom of the first.
  func variances(floor: Floor = .all) -> Variances {
    Self.variances(of: squares(), pairs: pairs, subjects: subjects, strata: strata, floor: floor)
  }

  /// The same from the sums of squared influences of pairs, of subjects and of single cells.
  static func variances(
    of squares: (pairs: Double, subjects: Double, cells: Double), pairs: Int, subjects: Int, strata: Int = 1,
    floor: Floor
  ) -> Variances {
    let own = max(0, squares.cells - squares.subjects / Double(pairs) - squares.pairs / Double(subjects))
    let redrawn = squares.pairs + squares.subjects + own
    let subjectFreedom = Double(max(subjects - 1, 1))
    guard pairs > strata else { return (squares.subjects, redrawn, subjectFreedom) }
    let unbiased = Double(pairs) / Double(pairs - strata)
    let between = unbiased * squares.pairs
    // Both clustered variances hold the cells' own part: one of the two is taken off again.
    let sampled = max(between + max(0, squares.subjects - unbiased * own), floor.rawValue * squares.subjects)
    // Satterthwaite's: what varies between pairs is known from few of them, even where most of it is the cells' own part.
    // Counting only what is left of it after that part is taken off claims too much: pairs that differ then look alike
    // by chance (measured: 87 % in place of 95 % at four pairs).
    let uncertainty = between * between / Double(pairs - strata) + squares.subjects * squares.subjects / subjectFreedom
    return (sampled, redrawn, uncertainty > 0 ? sampled * sampled / uncertainty : subjectFreedom)
  }

  /// Sums of squared influences of pairs, of subjects and of single cells.
  private func squares() -> (pairs: Double, subjects: Double, cells: Double) {
    var bySubject = [Double](repeating: 0, count: subjects)
    var squares = (pairs: 0.0, subjects: 0.0, cells: 0.0)
    for pair in 0..<pairs {
      var sum = 0.0
      for subject in 0..<subjects {
        let influence = cells[pair * subjects + subject]
        sum += influence
        bySubject[subject] += influence
        squares.cells += influence * influence
      }
      squares.pairs += sum * sum
    }
    for sum in bySubject { squares.subjects += sum * sum }
    return squares
  }

  /// The influences in little room, for a later comparison.
  var sketch: InfluenceSketch { InfluenceSketch(pairs: pairs, subjects: subjects, cells: cells) }

  /// By what the deviations of the replicates are multiplied; all 1 where nothing varies.
  func correction(floor: Floor = .quarter) -> Correction {
    let (sampled, redrawn, freedom) = variances(floor: floor)
    guard redrawn > 0 else { return Correction(deviation: 1, interval: 1, freedom: freedom) }
    let deviation = (sampled / redrawn).squareRoot()
    let level = 0.95
    let widening = StudentT(freedom: freedom).reach(level: level) / Normal.standard.quantile(0.5 + level / 2)
    return Correction(deviation: deviation, interval: deviation * max(1, widening), freedom: freedom)
  }

  /// Factors of the replicates' deviations.
  struct Correction: Equatable, Sendable {
    /// For a standard error.
    let deviation: Double
    /// For a 95 % interval: besides, Student's quantile over the normal one, for few pairs.
    let interval: Double
    /// Student's, for a test with the deviation.
    let freedom: Double
  }
}
