public import Findings
import Study

/// How far one input at a time moves what acting now saves, the largest swing first.
public struct TornadoFigure: Figure {
  public static let kind = "tornado"
  /// Bars shown; the table has all.
  static let most = 8
  public let caption: Caption
  public let table: DataTable
  let bars: [Bar]
  /// What acting now saves against acting later, priced from below, in the likely case.
  let likely: Double
  let unit: Thousands
  let currency: String

  struct Bar: Equatable, Sendable {
    let title: String
    let isUnsourced: Bool
    let low: String
    let high: String
    let atLow: Double
    let atHigh: Double

    /// With the sign of what has no published source, which never stands alone on a line.
    var name: String { isUnsourced ? title + Rates.space + "◇" : title }
  }

  public static func all(in findings: Findings) -> [TornadoFigure] {
    findings.assessment.costs.flatMap { TornadoFigure($0) }.map { [$0] } ?? []
  }

  private init?(_ estimate: CostEstimate) {
    guard let benefit = estimate.benefits.first(where: { $0.later == .laterBottomUp }), !estimate.swings.isEmpty
    else { return nil }
    likely = benefit.amount.likely
    currency = estimate.currency
    let all = estimate.swings.compactMap { swing in
      estimate.inputs.first { $0.id == swing.input }.map { input in
        Bar(
          title: input.title, isUnsourced: input.isUnsourced,
          low: Self.text(input.value.low, input, currency: estimate.currency),
          high: Self.text(input.value.high, input, currency: estimate.currency), atLow: swing.atLow,
          atHigh: swing.atHigh)
      }
    }
    bars = Array(all.prefix(Self.most))
    let unit = Thousands(largest: bars.flatMap { [abs($0.atLow), abs($0.atHigh)] }.max() ?? 0)
    self.unit = unit
    guard let first = bars.first else { return nil }
    let second = bars.dropFirst().first
    let lead = second.map { say("\(first.title) and \(Self.inSentence($0.title))") } ?? first.title
    caption = Caption(
      id: "tornado",
      title: Caption.fitting(
        say("\(lead) decide the sum"), say("Two inputs decide the sum"), say("One input decides the sum")),
      subtitle:
        say(
          "Saving from acting now rather than later, \(unit.unit(of: currency)) over \(estimate.horizon) years, when "
            + "one input moves from low to high"),
      source: say(
        "All other inputs at their likely value; acting later is priced from below. Inputs marked ◇ have no "
          + "published source; the client should replace them first."),
      words: bars.map {
        say("\($0.title): from \(unit.signed($0.atLow)) at \($0.low) to \(unit.signed($0.atHigh)) at \($0.high)")
      }
      .joined(separator: "; ") + say(". Likely case: \(unit.signed(likely))."))
    table = DataTable(
      title: say("What acting now saves, one input at a time"),
      columns: [
        .init(say("Input")), .init(say("Low")),
        .init(say("Saving at low"), unit: unit.unit(of: currency), isNumber: true),
        .init(say("High")), .init(say("Saving at high"), isNumber: true),
      ],
      rows: all.map { bar in
        [
          .init(bar.title), .init(bar.low), .init(unit.signed(bar.atLow)), .init(bar.high),
          .init(unit.signed(bar.atHigh)),
        ]
      })
  }

  private static func inSentence(_ title: String) -> String {
    guard let first = title.first, title.dropFirst().first?.isLowercase == true else { return title }
    return first.lowercased() + title.dropFirst()
  }

  private static func text(_ value: Double, _ input: CostEstimate.Input, currency: String) -> String {
    switch input.unit {
    case .share: (1_000 * value).rounded() == 1_000 * value ? Rates.exact(value) : Rates.percent(value)
    case .money: "\(currency)\u{A0}\(abs(value) < 10 ? tenths(value) : grouped(Int(value.rounded())))"
    case .count, .runs, .years: grouped(Int(value.rounded()))
    case .days, .hours: "\(tenths(value)) \(input.unit == .days ? say("days") : say("hours"))".replacingSpaces()
    case .factor: "\(hundredths(value))\u{A0}×"
    }
  }

  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    let wide = form == .wide
    let (left, right) = wide ? (284.0, 90.0) : (70.0, 74.0)
    let top = 36.0
    let room = wide ? 212 : form.width - 32
    var titles: [[String]] = []
    for (rank, bar) in bars.enumerated() { titles.append(try measure.wrapped(bar.name, Self.font(rank), width: room)) }
    let heights = titles.map { wide ? max(32, 14 * Double($0.count) + 10) : 14 * Double($0.count) + 32 }
    let ends: [Double] = bars.map(\.atLow) + bars.map(\.atHigh) + [likely, 0]
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 1)
    let width = max(high - low, 1)
    let scale = Scale.linear(low - width * 0.02, high + width * 0.02, from: left, to: form.width - right)
    let bottom = top + heights.reduce(0, +)
    var drawing = Drawing(size: Size(form.width, bottom + 52))
    for value in NiceSteps.multiples(of: NiceSteps.step(width, most: wide ? 5 : 3), from: scale.low, to: scale.high) {
      let x = scale(value)
      let isZero = abs(value) < 1e-9 * width
      drawing.line([Point(x, top - 8), Point(x, bottom)], Stroke(isZero ? .ink3 : .grid, isZero ? 1.25 : 1))
      drawing.text(unit.signed(value), at: Point(x, top - 16), anchor: .middle, Font(11), .ink2)
    }
    var y = top
    for (index, bar) in bars.enumerated() {
      let middle = wide ? y + heights[index] / 2 : y + heights[index] - 15
      draw(bar, titles[index], rank: index, at: middle, scale, wide: wide, on: &drawing)
      y += heights[index]
    }
    let x = scale(likely)
    drawing.line([Point(x, top - 4), Point(x, bottom + 26)], Stroke(.accent, 1.5))
    let amount = "\(currency) \(unit.text(abs(likely)))" + (unit.name.isEmpty ? "" : " \(unit.name)")
    let words = say("likely case: \(likely >= 0 ? say("saves") : say("costs more, by")) \(amount)")
    let space = form.width - x
    let needed = try measure.width(words, Font(12, .semibold)) + 12
    let isRight = space > needed
    drawing.text(
      words, at: Point(isRight ? x + 6 : x - 6, bottom + 42), anchor: isRight ? .start : .end, Font(12, .semibold),
      .accent)
    let zero = scale(0)
    if zero > left + 4, zero < form.width - right - 4 {
      drawing.text(
        say("← acting now costs more"), at: Point(zero - 6, bottom + 18), anchor: .end, Font(10.5, .medium), .ink2)
      drawing.text(say("acting now saves →"), at: Point(zero + 6, bottom + 18), Font(10.5, .medium), .ink2)
    }
    return drawing
  }

  private static func font(_ rank: Int) -> Font { Font(12, rank < 2 ? .semibold : .regular) }

  private func draw(
    _ bar: Bar, _ title: [String], rank: Int, at middle: Double, _ scale: Scale, wide: Bool, on drawing: inout Drawing
  ) {
    let isLoud = rank < 2
    let lines = Double(title.count)
    let first = wide ? middle + 4 - 7 * (lines - 1) : middle - 4 - 14 * lines
    for (line, text) in title.enumerated() {
      drawing.text(
        text, at: Point(16, first + 14 * Double(line)), Self.font(rank), isLoud ? .ink : .ink2, halo: !wide)
    }
    let centre = scale(likely)
    for (value, series) in [(min(bar.atLow, bar.atHigh), 0), (max(bar.atLow, bar.atHigh), 3)] {
      let x = scale(value)
      guard abs(x - centre) > 0.25 else { continue }
      drawing.rectangle(
        Box(left: min(x, centre), top: middle - 8, width: abs(x - centre), height: 16),
        Fill(.mark(series), opacity: isLoud ? 1 : 0.62))
    }
    let lowIsLeft = bar.atLow <= bar.atHigh
    let (leftText, rightText) = lowIsLeft ? (bar.low, bar.high) : (bar.high, bar.low)
    drawing.text(
      leftText, at: Point(min(scale(bar.atLow), scale(bar.atHigh), centre) - 6, middle + 4), anchor: .end, Font(11),
      .ink2, halo: true)
    drawing.text(
      rightText, at: Point(max(scale(bar.atLow), scale(bar.atHigh), centre) + 6, middle + 4), Font(11), .ink2,
      halo: true)
  }
}
