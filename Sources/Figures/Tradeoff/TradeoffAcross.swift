import Findings
import Study

/// What differs between a trade-off by what is found and its twin by epsilon.
extension TradeoffFigure {
  func scale(from left: Double, to right: Double) -> Scale {
    switch across {
    case .found(let limit, _):
      let found = settings.flatMap { [$0.across.low, $0.across.value, $0.across.high] } + [limit]
      let positive = found.filter { $0 > 0 }
      // Room for labels on both sides: a fifth of a decade at least. Below a tenth of the coin toss all is "none".
      let least = max((positive.min() ?? limit) / 1.6, limit / 20, 1e-8)
      let most = min(max((positive.max() ?? 1) * 1.9, least * 12), 1.6)
      return .log(least, max(most, least * 3), from: left, to: right)
    case .epsilon:
      let most = max(1, settings.map(\.across.high).max() ?? 1)
      return .linear(-0.06 * most, 1.12 * most, from: left, to: right)
    }
  }

  func ticks(of scale: Scale) -> [[Tick]] {
    switch across {
    case .found:
      return scale.roundChoices.map { $0.filter { $0 <= 1 }.map { Tick(position: scale($0), words: Rates.exact($0)) } }
    case .epsilon:
      return [8, 4].map { most in
        NiceSteps.multiples(of: NiceSteps.step(scale.high, most: most), from: 0, to: scale.high).map {
          Tick(position: scale($0), words: "ε = \(hundredths($0))")
        }
      }
    }
  }

  var axisName: String {
    switch across {
    case .found(_, let people): say("training \(people.plural) found →")
    case .epsilon: say("epsilon shown by audits →")
    }
  }

  /// Where no leak is seen.
  var nothing: Double {
    switch across {
    case .found(let limit, _): limit
    case .epsilon: 0
    }
  }

  /// What that place is called, the fullest first.
  var nothingNames: [String] {
    switch across {
    case .found: [say("no leak: found as often as wrongly accused"), say("no leak")]
    case .epsilon: [say("the audit shows nothing"), say("nothing shown")]
    }
  }

  /// What stands under a name, the fullest first.
  func values(of setting: Setting) -> [String] {
    let across = setting.across
    switch self.across {
    case .found:
      let found = say("\(Rates.percent(across.value)) found")
      return ["\(found) (\(Rates.interval(across.low, across.high)))", found]
    case .epsilon:
      let shown = say("ε at least \(hundredths(across.value))")
      return across.high > across.value ? [say("\(shown), \(hundredths(across.high)) promised"), shown] : [shown]
    }
  }
}
