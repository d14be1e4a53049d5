import Maths

/// How much to tilt losses so that the epsilon sought lies in their middle.
///
/// Any tilt gives true bounds; a good one gives narrow ones.
struct Tilt {
  /// Cells are taken together, this many in all: enough to choose by.
  private static let blocks = 512
  /// Of the logarithm of the tilt.
  private static let range = -7.0...9.0

  private let coarse: [Coarse]

  init(_ parts: [(cells: LossCells, steps: Int)]) {
    coarse = parts.map { Coarse($0.cells, steps: Double($0.steps)) }
  }

  /// That of the least bound on epsilon by moments.
  func best(delta: Double) -> Double {
    let best = GoldenSection.least(in: Self.range, steps: 24) { power in
      let tilt = Elementary.exp(power)
      return RenyiConversion.bound(order: tilt + 1, divergence: cumulant(tilt) / tilt, delta: delta)
    }
    return Elementary.exp(best.argument)
  }

  /// That whose mean is `epsilon`.
  func centred(at epsilon: Double) -> Double {
    let best = GoldenSection.least(in: Self.range, steps: 24) { power in
      let tilt = Elementary.exp(power)
      return cumulant(tilt) - tilt * epsilon
    }
    return Elementary.exp(best.argument)
  }

  private func cumulant(_ tilt: Double) -> Double { coarse.reduce(0) { $0 + $1.steps * $1.cumulant(tilt) } }

  private struct Coarse {
    let steps: Double
    private var logMasses: [Double] = []
    private var losses: [Double] = []

    init(_ cells: LossCells, steps: Double) {
      self.steps = steps
      let width = max(1, cells.upper.count / blocks)
      for start in stride(from: 0, to: cells.upper.count, by: width) {
        let end = min(start + width, cells.upper.count)
        var (mass, moment) = (0.0, 0.0)
        for place in start..<end {
          mass += cells.upper[place]
          moment += cells.upper[place] * Double(place)
        }
        guard mass > 0 else { continue }
        logMasses.append(Elementary.log(mass))
        losses.append((Double(cells.lowest) + moment / mass) * cells.interval)
      }
    }

    func cumulant(_ tilt: Double) -> Double {
      Elementary.logSumExp(zip(logMasses, losses).map { $0 + tilt * $1 })
    }
  }
}
