import Maths

/// How much to tilt losses so that the epsilon sought lies in their middle.
///
/// Any tilt gives true bounds; a good one gives narrow ones.
enum Tilt {
  /// Cells are taken together, this many in all: enough to choose by.
  private static let blocks = 512

  /// The tilt of the least Chernoff bound on epsilon, (K(tilt) + ln(1 / delta)) / tilt.
  static func best(for parts: [(cells: LossCells, steps: Int)], delta: Double) -> Double {
    let coarse = parts.map { Coarse($0.cells, steps: Double($0.steps)) }
    let need = -Elementary.log(delta)
    let best = GoldenSection.least(in: -7...9, steps: 24) { power in
      let tilt = Elementary.exp(power)
      return (coarse.reduce(0) { $0 + $1.steps * $1.cumulant(tilt) } + need) / tilt
    }
    return Elementary.exp(best.argument)
  }

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
