import Findings
import Study

/// A trade-off in numbers: a line for each setting, also for those that could not be drawn.
struct TradeoffTable {
  let settings: [TradeoffFigure.Setting]
  let limit: Double
  let people: People
  /// What is not shown, and why.
  let left: [(name: String, reason: String)]

  var table: DataTable {
    let found = RateColumn(widths: settings.map { $0.across.high - $0.across.low })
    let kept = RateColumn(widths: settings.map { $0.kept.high - $0.kept.low })
    let rows = settings.map { setting in
      [
        DataTable.Cell(setting.name), found.cell(setting.across.value, setting.across.low, setting.across.high),
        kept.cell(setting.kept), DataTable.Cell(standing(setting)),
      ]
    }
    let missing = left.map { name, reason in
      let none = DataTable.Cell("n/a: \(reason)")
      return [DataTable.Cell(name), none, none, DataTable.Cell(say("not compared"))]
    }
    return DataTable(
      title: say("What each setting lets be found and keeps"),
      columns: [
        .init(say("Setting")),
        .init(
          say("Training \(people.plural) found at \(Rates.oneIn(limit)) wrongly accused"), unit: RateColumn.unit,
          isNumber: true),
        .init(say("Accuracy kept"), unit: RateColumn.unit, isNumber: true), .init(say("Against the others")),
      ], rows: rows + missing)
  }

  private func standing(_ setting: TradeoffFigure.Setting) -> String {
    setting.isBeaten
      ? say("beaten on both counts")
      : setting.isChosen ? say("on the frontier; named in the title") : say("on the frontier")
  }
}
