import Findings
import Study

extension BudgetFigure {
  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    form == .wide ? try columns(measure) : try rows(measure)
  }

  private var most: Double { max(budget.epsilon, budget.used) * 1.08 }
  private var isPlan: Bool { budget.kind == .plan }
  private var amount: Fill { isPlan ? Fill(.accentsoft) : Fill(.mark(0)) }
  private var rim: Stroke? { isPlan ? Stroke(.mark(0), 1.5, dash: .init(4, 3)) : nil }

  /// Stairs from left to right.
  private func columns(_ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    let (left, right, top) = (50.0, 588.0, 24.0)
    let slot = (right - left) / Double(steps.count)
    let width = min(slot * 0.78, 90)
    let bottom = 292.0
    let y = Scale.linear(0, most, from: bottom, to: top)
    var drawing = Drawing(size: Size(Form.wide.width, bottom))
    for value in NiceSteps.multiples(of: NiceSteps.step(most, most: 5), from: 0, to: most) {
      drawing.line([Point(left, y(value)), Point(right, y(value))], Stroke(value == 0 ? .ink3 : .grid, 1))
      drawing.text(hundredths(value), at: Point(left - 8, y(value) + 4), anchor: .end, Font(11), .ink2)
    }
    cap(at: y(budget.epsilon), from: left, to: right, on: &drawing)
    var before = 0.0
    var lines = 1
    for (index, step) in steps.enumerated() {
      let centre = left + slot * (Double(index) + 0.5)
      let box = Box(
        left: centre - width / 2, top: y(step.cumulative), width: width, height: max(1, y(before) - y(step.cumulative)))
      drawing.rectangle(box, amount, rim: rim)
      if index + 1 < steps.count {
        drawing.line([Point(box.right, box.top), Point(centre + slot - width / 2, box.top)], Stroke(.ink3, 1))
      }
      // Beside the cap there is room below the bar alone.
      let isCrossed = abs(box.top - 11 - y(budget.epsilon)) < 8
      drawing.text(
        "+\(Self.amount(step.increment))", at: Point(centre, isCrossed ? box.bottom + 15 : box.top - 7),
        anchor: .middle,
        Font(11.5, .semibold), .label(0), halo: true)
      let name = Array(try measure.wrapped(step.name, Font(10.5), width: slot - 6).prefix(3))
      lines = max(lines, name.count)
      for (line, text) in name.enumerated() {
        drawing.text(text, at: Point(centre, bottom + 17 + 13.5 * Double(line)), anchor: .middle, Font(10.5), .ink2)
      }
      before = step.cumulative
    }
    let under = bottom + 17 + 13.5 * Double(lines) - 4
    periods(under, left: left, slot: slot, on: &drawing)
    bracket(y, at: right + 6, on: &drawing)
    drawing.size.height = under + 30
    return drawing
  }

  /// Which columns belong to one year.
  private func periods(_ top: Double, left: Double, slot: Double, on drawing: inout Drawing) {
    var start = 0
    while start < steps.count {
      let end = steps[start...].firstIndex { $0.period != steps[start].period } ?? steps.count
      let (from, to) = (left + slot * Double(start) + 5, left + slot * Double(end) - 5)
      drawing.line([Point(from, top), Point(to, top)], Stroke(.rule, 1))
      drawing.text(
        steps[start].period, at: Point((from + to) / 2, top + 16), anchor: .middle, Font(11, .semibold), .ink2)
      start = end
    }
  }

  private func cap(at height: Double, from left: Double, to right: Double, on drawing: inout Drawing) {
    drawing.line([Point(left, height), Point(right, height)], Stroke(.warn, 1.75))
    drawing.text(
      say("cap: ε = \(Self.epsilon(budget.epsilon))"), at: Point(right + 16, height + 4), Font(11, .semibold), .warn)
  }

  /// What is used and what is left, beside the stairs.
  private func bracket(_ y: Scale, at x: Double, on drawing: inout Drawing) {
    drawing.line([Point(x, y(0) - 1), Point(x, y(budget.used) + 2)], Stroke(.mark(0), 3))
    let own = (y(0) + y(budget.used)) / 2 + 4
    drawing.text(
      "\(isPlan ? say("planned") : say("spent")) \(Self.epsilon(budget.used))",
      at: Point(x + 10, abs(own - y(budget.epsilon)) < 18 ? y(budget.epsilon) + 22 : own), Font(12, .semibold),
      .label(0))
    guard budget.left > most * 0.005 else { return }
    drawing.line([Point(x, y(budget.used) - 2), Point(x, y(budget.epsilon) + 2)], Stroke(.ink3, 3))
    // Below the name of the cap, whatever is left.
    let middle = max((y(budget.used) + y(budget.epsilon)) / 2 + 4, y(budget.epsilon) + 20)
    guard middle < own - 16 else { return }
    drawing.text(say("left \(Self.epsilon(budget.left))"), at: Point(x + 10, middle), Font(12, .semibold), .ink2)
  }

  /// The same from top to bottom, names over their bars.
  private func rows(_ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    let (left, right, top, pitch) = (16.0, 300.0, 62.0, 42.0)
    let x = Scale.linear(0, most, from: left, to: right)
    let bottom = top + pitch * Double(steps.count)
    var drawing = Drawing(size: Size(Form.narrow.width, bottom + 30))
    for value in NiceSteps.multiples(of: NiceSteps.step(most, most: 4), from: 0, to: most) {
      drawing.line([Point(x(value), top - 6), Point(x(value), bottom)], Stroke(value == 0 ? .ink3 : .grid, 1))
      drawing.text(hundredths(value), at: Point(x(value), bottom + 16), anchor: .middle, Font(11), .ink2)
    }
    let end = x(budget.epsilon)
    drawing.line([Point(end, top - 12), Point(end, bottom)], Stroke(.warn, 1.75))
    drawing.text(
      say("cap: ε = \(Self.epsilon(budget.epsilon))"), at: Point(end, top - 18), anchor: end > 120 ? .end : .start,
      Font(11, .semibold),
      .warn)
    drawing.text(
      say("\(isPlan ? say("planned") : say("spent")) \(Self.epsilon(budget.used)), left \(Self.epsilon(budget.left))"),
      at: Point(left, top - 40), Font(11, .semibold), .label(0))
    var before = 0.0
    for (index, step) in steps.enumerated() {
      let line = top + pitch * Double(index)
      let name = try measure.wrapped("\(step.name), \(step.period)", Font(10.5), width: 300).first ?? ""
      drawing.text(name, at: Point(left + 2, line + 14), Font(10.5), .ink2, halo: true)
      let box = Box(
        left: x(before), top: line + 20, width: max(1, x(step.cumulative) - x(before)), height: 16)
      drawing.rectangle(box, amount, rim: rim)
      let words = "+\(Self.amount(step.increment))"
      let isRight = box.right + 5 + (try measure.width(words, Font(11, .semibold))) < Form.narrow.width - 2
      drawing.text(
        words, at: Point(isRight ? box.right + 5 : box.left - 5, line + 32), anchor: isRight ? .start : .end,
        Font(11, .semibold), .label(0), halo: true)
      before = step.cumulative
    }
    return drawing
  }
}
