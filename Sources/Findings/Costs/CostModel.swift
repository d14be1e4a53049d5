import Maths
import Study

/// What acting now and acting later cost, worked out from inputs that each have a low, a likely and a high value.
public struct CostModel: Sendable {
  public let inputs: [CostEstimate.Input]
  private let likely: CostValues
  /// Inputs that are not certain.
  private let open: [(id: CostParameter, value: Spread)]

  /// - Precondition: The inputs are those that ``CostBook/inputs(_:_:)`` makes.
  public init(inputs: [CostEstimate.Input]) {
    self.inputs = inputs
    var numbers: [CostParameter: Double] = [:]
    var open: [(id: CostParameter, value: Spread)] = []
    for input in inputs {
      guard let id = CostParameter(rawValue: input.id) else { preconditionFailure("'\(input.id)' is no input") }
      numbers[id] = input.value.likely
      if input.value.low < input.value.high { open.append((id, input.value)) }
    }
    likely = CostValues(numbers: numbers)
    self.open = open
  }

  /// A quantity with each input at the end that makes it least, at likely, and at the end that makes it most.
  ///
  /// Which end that is, is seen by moving one input at a time; the quantities of the model rise or fall with each input
  /// throughout, so these are the corners.
  func corners(of quantity: (CostValues) -> Double) -> Spread {
    var (least, most) = (likely, likely)
    for (id, value) in open {
      let (low, high) = (quantity(with(id, value.low)), quantity(with(id, value.high)))
      least.numbers[id] = low <= high ? value.low : value.high
      most.numbers[id] = low <= high ? value.high : value.low
    }
    let middle = quantity(likely)
    return Spread(low: min(quantity(least), middle), likely: middle, high: max(quantity(most), middle))
  }

  private func with(_ id: CostParameter, _ number: Double) -> CostValues {
    var values = likely
    values.numbers[id] = number
    return values
  }

  /// One input at a time from low to high, the others at likely; the largest swing first.
  func swings(of quantity: (CostValues) -> Double) -> [CostEstimate.Swing] {
    let swings = open.map { id, value in
      CostEstimate.Swing(
        input: id.rawValue, atLow: quantity(with(id, value.low)), atHigh: quantity(with(id, value.high)))
    }
    let size = { (swing: CostEstimate.Swing) in abs(swing.atHigh - swing.atLow) }
    return swings.enumerated().filter { size($0.element) > 0 }
      .sorted { (-size($0.element), $0.offset) < (-size($1.element), $1.offset) }.map(\.element)
  }

  /// The least, likely and most of the value of one input.
  func spread(_ id: CostParameter) -> Spread? { inputs.first { $0.id == id.rawValue }?.value }

  // MARK: Draws

  static let drawCount = 10_000

  /// Benefits against the later courses when every input is drawn from its triangle.
  ///
  /// Each input has a stream of its own, named by its place in the facts.
  func draws(seed: UInt64, against courses: [CostEstimate.Course.Kind]) -> CostEstimate.Draws {
    var streams = open.map { id, _ in
      Maths.Stream(seed: seed, stream: UInt64(CostParameter.allCases.firstIndex(of: id) ?? 0))
    }
    var benefits = courses.map { _ in [Double]() }
    for _ in 0..<Self.drawCount {
      var values = likely
      for (place, input) in open.enumerated() {
        values.numbers[input.id] = input.value.triangular(streams[place].uniform())
      }
      for (place, course) in courses.enumerated() { benefits[place].append(values.benefit(against: course)) }
    }
    return CostEstimate.Draws(
      seed: seed, count: Self.drawCount, percentiles: benefits.map { Self.percentiles($0.sorted()) },
      shareCheaper: benefits.map { Double($0.count { $0 > 0 }) / Double(Self.drawCount) })
  }

  /// Nearest rank.
  private static func percentiles(_ sorted: [Double]) -> Spread {
    let at = { (tenths: Int) in sorted[sorted.count * tenths / 10 - 1] }
    return Spread(low: at(1), likely: at(5), high: at(9))
  }

  /// The model at the likely value of every input.
  var middle: CostValues { likely }
}

extension Spread {
  /// The quantile of the triangle from low over likely to high.
  func triangular(_ share: Double) -> Double {
    let width = high - low
    guard width > 0 else { return likely }
    if share * width < likely - low { return low + (share * width * (likely - low)).squareRoot() }
    return high - ((1 - share) * width * (high - likely)).squareRoot()
  }
}
