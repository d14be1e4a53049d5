public import Findings
import Study

/// What leaks at each level of access and what is decided, for the undefended target that leaks most for certain.
public struct AccessFigure: Figure {
  public static let kind = "access"
  public let caption: Caption
  public let table: DataTable
  let rows: [Row]
  /// The rate of wrong accusations of all rows; those at other rates say so.
  let limit: Double

  struct Row: Equatable, Sendable {
    let title: String
    let remark: String
    let rate: LevelRating.Measured.Rate?
    let isLowerBound: Bool
    let rating: Rating
    let decision: String
  }

  public static func all(in findings: Findings) -> [AccessFigure] { AccessFigure(findings).map { [$0] } ?? [] }

  private init?(_ findings: Findings) {
    guard let guidance = findings.guidance else { return nil }
    let cells = findings.results.cells
    let targets = findings.assessment.targets.filter { target in
      cells.contains { $0.id == target.cell && $0.defence == "none" }
    }
    let top = { (target: TargetRating) in
      target.levels.first { $0.level == target.level }?.measured?.rate?.found.low ?? -1
    }
    guard let target = targets.max(by: { top($0) < top($1) }),
      let cell = cells.first(where: { $0.id == target.cell }),
      let limit = target.levels.compactMap({ $0.measured?.rate?.fprLimit }).max()
    else { return nil }
    self.limit = limit
    rows = target.levels.filter { ![.l1, .l7, .l9].contains($0.level) }.map { level in
      let known = guidance.sharing.levels.first { $0.level == level.level }
      return Row(
        title: known?.title ?? level.level.rawValue, remark: known?.attacker ?? "", rate: level.measured?.rate,
        isLowerBound: level.isLowerBound, rating: level.rating, decision: Self.words(level.decision))
    }
    let words = CellWords(findings: findings)
    let name = say("\(words.model(cell)) on \(words.dataset(cell.dataset))")
    caption = Caption(
      id: "access", title: Self.title(rows),
      subtitle:
        say(
          "Share of members found at \(Rates.oneIn(limit)) wrongly accused, by what an outsider receives (logarithmic)"),
      source:
        say(
          "\(name). Strongest attack at each level, chosen on half the targets and reported on the other half. Lines: "
            + "95\u{A0}% intervals. Where no attack for a level has run, the figure of a lower level is a lower bound."
        ),
      words: rows.map { "\($0.title): \(Self.text($0)), \($0.rating.said), \($0.decision)" }.joined(separator: "; ")
        + ".")
    table = DataTable(
      title: say("What leaks at each level of access"),
      columns: [
        .init(say("Access")), .init(say("Members found"), unit: say("%, interval"), isNumber: true),
        .init(say("Rating")),
        .init(say("Decision")),
      ],
      rows: rows.map { [.init($0.title), .init(Self.text($0)), .init($0.rating.said), .init($0.decision)] })
  }

  private static func words(_ decision: LevelRating.Decision) -> String {
    switch decision {
    case .share: say("Share")
    case .conditions: say("Share, with conditions")
    case .review: say("Board review")
    case .doNotShare: say("Do not share")
    }
  }

  private static func text(_ row: Row) -> String {
    guard let rate = row.rate else { return say("not measured") }
    return (row.isLowerBound ? say("at least ") : "")
      + Rates.estimate(rate.found.value, rate.found.low, rate.found.high)
  }

  /// Where the share found first jumps.
  private static func title(_ rows: [Row]) -> String {
    let measured = rows.compactMap { row in row.rate.map { (row, $0.found) } }
    guard let least = measured.first, let most = measured.max(by: { $0.1.value < $1.1.value }) else {
      return say("What leaks depends on what an outsider receives")
    }
    if least.0 != rows.first {
      return Caption.fitting(
        say("\(Rates.percent(least.1.value)) are found with \(least.0.title.lowercased()); less access was not tested"),
        say("Some levels of access were not tested"))
    }
    if most.1.low > least.1.high {
      return Caption.fitting(
        say(
          "\(Rates.percent(most.1.value)) are found with \(most.0.title.lowercased()), \(Rates.percent(least.1.value)) with less"
        ),
        say("More is found the more an outsider receives"))
    }
    return Caption.fitting(say("No level of access that was tested gives away more than another"))
  }

  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    let wide = form == .wide
    let (pitch, top) = (wide ? 44.0 : 66, 40.0)
    let bottom = top + pitch * Double(rows.count)
    var drawing = Drawing(size: Size(form.width, bottom + 24))
    let known = rows.compactMap(\.rate?.found)
    let least = max(min(limit, known.map(\.low).filter { $0 > 0 }.min() ?? limit) * 0.8, 1e-5)
    let (left, right) = wide ? (216.0, form.width - 266) : (22.0, form.width - 108)
    let scale = Scale.log(least, 1, from: left, to: right)
    for value in scale.roundChoices.last ?? [] {
      drawing.line([Point(scale(value), top - 8), Point(scale(value), bottom)], Stroke(.grid, 1))
      drawing.text(Rates.exact(value), at: Point(scale(value), top - 16), anchor: .middle, Font(11), .ink2)
    }
    let chance = scale(limit)
    drawing.line([Point(chance, top - 8), Point(chance, bottom)], Stroke(.ink3, 1.25, dash: .init(4, 3)))
    drawing.text(say("coin toss"), at: Point(chance + 4, bottom + 16), Font(10.5), .ink2)
    if wide { drawing.text(say("Decision"), at: Point(form.width - 152, top - 16), Font(11), .ink2) }
    for (index, row) in rows.enumerated() {
      let middle = top + pitch * (Double(index) + (wide ? 0.5 : 0.68))
      if index > 0 {
        let line = top + pitch * Double(index)
        drawing.line([Point(16, line), Point(wide ? 196 : form.width - 16, line)], Stroke(.grid, 1))
        if wide { drawing.line([Point(form.width - 152, line), Point(form.width - 16, line)], Stroke(.grid, 1)) }
      }
      try draw(row, at: middle, scale, wide: wide, measure, on: &drawing)
    }
    return drawing
  }

  private func draw(
    _ row: Row, at middle: Double, _ scale: Scale, wide: Bool, _ measure: any TextMeasure, on drawing: inout Drawing
  ) throws(CanvasError) {
    let width = drawing.size.width
    let nameY = wide ? middle - 3 : middle - 24
    let title = try measure.wrapped(row.title, Font(12, .semibold), width: wide ? 188 : width - 150)
    drawing.text(title.first ?? "", at: Point(16, nameY), Font(12, .semibold), .ink, halo: true)
    let second = title.count > 1 ? title[1] : row.remark
    let remark = try measure.wrapped(second, Font(10.5), width: wide ? 188 : width - 150).first ?? ""
    drawing.text(
      remark, at: Point(16, nameY + 14), Font(title.count > 1 ? 12 : 10.5, title.count > 1 ? .semibold : .regular),
      title.count > 1 ? .ink : .ink2, halo: true)
    if wide {
      drawing.text(row.decision, at: Point(width - 152, middle + 4), Font(11.5), .ink)
    } else {
      drawing.text(row.decision, at: Point(width - 16, nameY), anchor: .end, Font(11), .ink, halo: true)
    }
    guard let rate = row.rate else {
      drawing.text(say("not measured"), at: Point(scale(limit) + 10, middle + 4), Font(11), .ink3, halo: true)
      return
    }
    let found = rate.found
    let (low, value, high) = (scale(max(found.low, scale.low)), scale(max(found.value, scale.low)), scale(found.high))
    drawing.line([Point(low, middle), Point(high, middle)], Stroke(.ink2, 2.25, opacity: 0.8))
    drawing.disc(
      Point(value, middle), radius: 5, row.isLowerBound ? Fill(.bg) : Fill(.ink),
      rim: Stroke(row.isLowerBound ? .ink : .bg, 1.5))
    drawing.badge(Ink.Rating(row.rating), at: Point(high + 18, middle))
    drawing.text(
      (row.isLowerBound ? "≥ " : "") + Rates.percent(found.value), at: Point(high + 32, middle - 2),
      Font(12, .semibold),
      .ink, halo: true)
    drawing.text(
      Rates.interval(found.low, found.high) + (rate.fprLimit == limit ? "" : say(", at \(Rates.oneIn(rate.fprLimit))")),
      at: Point(high + 32, middle + 12), Font(10.5), .ink2, halo: true)
  }
}
