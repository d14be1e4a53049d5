/// Minimises a smooth convex function by limited-memory BFGS with a backtracking search.
///
/// - Source: Nocedal and Wright, "Numerical Optimization", 2006, algorithms 7.4 and 7.5.
final class LimitedMemory {
  /// The function's value at a point; it writes its gradient to the second argument.
  typealias Function = (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Double

  /// How many steps back the curvature is remembered.
  private static let memory = 10
  /// Converged: no component of the gradient is larger. scikit-learn stops at 1e-4.
  private static let tolerance = 1e-5
  private static let mostSteps = 2000
  /// The share of the predicted decrease that a step must achieve.
  private static let sufficient = 1e-4
  /// Values differ by rounding alone below this share.
  private static let noise = 1e-8

  private let dimension: Int
  private let position: Buffer<Double>
  private let trial: Buffer<Double>
  private let gradient: Buffer<Double>
  private let trialGradient: Buffer<Double>
  private let direction: Buffer<Double>
  private let steps: Buffer<Double>
  private let changes: Buffer<Double>
  private var inverseCurvature = [Double](repeating: 0, count: memory)
  private var weights = [Double](repeating: 0, count: memory)
  private var stored = 0
  private(set) var value = Double.infinity

  /// Starts at 0.
  init(dimension: Int) {
    self.dimension = dimension
    position = Buffer(dimension, filledWith: 0)
    trial = Buffer(dimension, filledWith: 0)
    gradient = Buffer(dimension, filledWith: 0)
    trialGradient = Buffer(dimension, filledWith: 0)
    direction = Buffer(dimension, filledWith: 0)
    steps = Buffer(dimension * Self.memory, filledWith: 0)
    changes = Buffer(dimension * Self.memory, filledWith: 0)
  }

  /// Where the search stands.
  var point: [Double] { position.elements }

  /// Walks to the minimum and returns the number of evaluations.
  func minimise(_ function: Function) -> Int {
    value = function(position.base, gradient.base)
    var evaluations = 1
    for _ in 0..<Self.mostSteps {
      guard value.isFinite, largest(gradient.base) > Self.tolerance else { break }
      setDirection()
      let slope = dot(gradient.base, direction.base)
      // The first direction has no scale yet.
      var length = stored == 0 ? min(1, 1 / dot(gradient.base, gradient.base).squareRoot()) : 1
      var found = Double.infinity
      repeat {
        for index in 0..<dimension { trial.base[index] = position.base[index] + length * direction.base[index] }
        found = function(trial.base, trialGradient.base)
        evaluations += 1
        if found <= value + Self.sufficient * length * slope + Self.noise * abs(value) { break }
        length /= 2
      } while length > 1e-12
      guard length > 1e-12 else { break }
      remember()
      value = found
    }
    return evaluations
  }

  /// Moves to the trial point and stores the pair of differences.
  private func remember() {
    let slot = stored % Self.memory * dimension
    let (step, change) = (steps.base + slot, changes.base + slot)
    for index in 0..<dimension {
      step[index] = trial.base[index] - position.base[index]
      change[index] = trialGradient.base[index] - gradient.base[index]
    }
    position.base.update(from: trial.base, count: dimension)
    gradient.base.update(from: trialGradient.base, count: dimension)
    let curvature = dot(step, change)
    // Rounding can hide the curvature of a tiny step: such a pair would spoil the directions.
    guard curvature > 1e-14 * dot(change, change) else { return }
    inverseCurvature[stored % Self.memory] = 1 / curvature
    stored += 1
  }

  /// The two-loop recursion: minus the inverse Hessian's estimate times the gradient.
  private func setDirection() {
    for index in 0..<dimension { direction.base[index] = -gradient.base[index] }
    guard stored > 0 else { return }
    let pairs = (max(0, stored - Self.memory)..<stored)
    for pair in pairs.reversed() {
      let slot = pair % Self.memory
      weights[slot] = inverseCurvature[slot] * dot(steps.base + slot * dimension, direction.base)
      add(-weights[slot], changes.base + slot * dimension)
    }
    let last = (stored - 1) % Self.memory
    let change = changes.base + last * dimension
    let scale = 1 / (inverseCurvature[last] * dot(change, change))
    for index in 0..<dimension { direction.base[index] *= scale }
    for pair in pairs {
      let slot = pair % Self.memory
      let share = inverseCurvature[slot] * dot(changes.base + slot * dimension, direction.base)
      add(weights[slot] - share, steps.base + slot * dimension)
    }
  }

  private func add(_ factor: Double, _ vector: UnsafeMutablePointer<Double>) {
    for index in 0..<dimension { direction.base[index] += factor * vector[index] }
  }

  private func dot(_ left: UnsafeMutablePointer<Double>, _ right: UnsafeMutablePointer<Double>) -> Double {
    var sum = 0.0
    for index in 0..<dimension { sum += left[index] * right[index] }
    return sum
  }

  private func largest(_ vector: UnsafeMutablePointer<Double>) -> Double {
    var peak = 0.0
    for index in 0..<dimension { peak = max(peak, abs(vector[index])) }
    return peak
  }
}
