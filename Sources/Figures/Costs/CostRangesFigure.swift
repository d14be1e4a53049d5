public import Findings
import Study

/// What acting now and acting later cost: a range a course, from low over likely to high.
public struct CostRangesFigure: Figure {
  public static let kind = "cost-ranges"
  public let caption: Caption
  public let table: DataTable
  let estimate: CostEstimate

  public static func all(in findings: Findings) -> [CostRangesFigure] {
    findings.assessment.costs.map { [CostRangesFigure($0)] } ?? []
  }

  private init(_ estimate: CostEstimate) {
    self.estimate = estimate
    let scale = Thousands(largest: estimate.courses.map(\.total.high).max() ?? 0)
    let named = estimate.courses.map { course in
      say(
        "\(Self.name(course.kind)): \(scale.text(course.total.likely)) (\(scale.text(course.total.low)) to "
          + "\(scale.text(course.total.high)))")
    }
    caption = Caption(
      id: "cost-ranges", title: Self.title(estimate),
      subtitle: say(
        "Total cost over \(estimate.horizon) years, \(scale.unit(of: estimate.currency)): low, likely and high"),
      source:
        say(
          "Low and high are corner cases (every input at one end), not percentiles. Penalty ceilings stand on their "
            + "own line and are not added."),
      words: named.joined(separator: "; ") + ".")
    table = DataTable(
      title: say("Total cost of each course"),
      columns: [
        .init(say("Course")), .init(say("Low"), unit: scale.unit(of: estimate.currency), isNumber: true),
        .init(say("Likely"), isNumber: true), .init(say("High"), isNumber: true),
      ],
      rows: estimate.courses.map { course in
        [
          .init(Self.name(course.kind)), .init(scale.text(course.total.low)), .init(scale.text(course.total.likely)),
          .init(scale.text(course.total.high)),
        ]
      })
  }

  static func name(_ kind: CostEstimate.Course.Kind) -> String {
    switch kind {
    case .now: say("Act now")
    case .laterBottomUp: say("Act later, priced from below")
    case .laterByClaim: say("Act later, by the claimed multiple")
    }
  }

  static func remark(_ kind: CostEstimate.Course.Kind) -> String {
    switch kind {
    case .now: say("build, test again, remaining risk")
    case .laterBottomUp: say("dearer engineering, same compute")
    case .laterByClaim: say("no published source ◇")
    }
  }

  private static func title(_ estimate: CostEstimate) -> String {
    let saves = estimate.benefits.map { $0.amount.likely > 0 }
    if Set(saves).count > 1 {
      return saves.first == true
        ? say("Acting now is the cheaper course unless a later fix is as cheap as claimed")
        : say("Acting now is the cheaper course only if a later fix is as dear as claimed")
    }
    return saves.first == true
      ? say("Acting now is the cheaper course in the likely case")
      : say("Acting now costs more than it saves in the likely case")
  }

  public func drawing(_ form: Form, _ measure: any TextMeasure) throws(CanvasError) -> Drawing {
    let wide = form == .wide
    let left = wide ? 236.0 : 16
    let (pitch, top) = (wide ? 66.0 : 84, 34.0)
    let courses = estimate.courses
    let most = max(courses.map(\.total.high).max() ?? 1, 1)
    let scale = Scale.linear(0, most * 1.04, from: left, to: form.width - (wide ? 46 : 34))
    let unit = Thousands(largest: most)
    var drawing = Drawing(size: Size(form.width, top + pitch * Double(courses.count) + 8))
    let bottom = drawing.size.height - 8
    for value in NiceSteps.multiples(of: NiceSteps.step(most, most: wide ? 5 : 3), from: 0, to: most) {
      let x = scale(value)
      drawing.line([Point(x, top - 10), Point(x, bottom)], Stroke(value == 0 ? .ink3 : .grid, value == 0 ? 1.25 : 1))
      drawing.text(unit.text(value), at: Point(x, top - 18), anchor: .middle, Font(11), .ink2)
    }
    for (index, course) in courses.enumerated() {
      let middle = top + pitch * (Double(index) + (wide ? 0.45 : 0.62))
      let (nameX, nameY) = wide ? (16.0, middle - 2) : (left, middle - 38)
      drawing.text(Self.name(course.kind), at: Point(nameX, nameY), Font(12, .semibold), .ink, halo: !wide)
      drawing.text(Self.remark(course.kind), at: Point(nameX, nameY + 14), Font(10.5), .ink2, halo: !wide)
      draw(course, at: middle, scale, unit, series: course.kind == .now ? 0 : 3, on: &drawing)
    }
    if let now = courses.first(where: { $0.kind == .now }), wide {
      let x = scale(now.total.likely)
      drawing.line(
        [Point(x, top + pitch * 0.45 + 10), Point(x, bottom)], Stroke(.mark(0), 1.25, dash: .init(2, 3)))
    }
    return drawing
  }

  private func draw(
    _ course: CostEstimate.Course, at middle: Double, _ scale: Scale, _ unit: Thousands, series: Int,
    on drawing: inout Drawing
  ) {
    let (low, likely, high) = (scale(course.total.low), scale(course.total.likely), scale(course.total.high))
    drawing.rectangle(
      Box(left: low, top: middle - 6, width: max(high - low, 1), height: 12), corner: 3,
      Fill(.mark(series), opacity: 0.3))
    for x in [low, high] { drawing.line([Point(x, middle - 8), Point(x, middle + 8)], Stroke(.mark(series), 1.75)) }
    drawing.disc(Point(likely, middle), radius: 7.5, Fill(.mark(series)), rim: Stroke(.bg, 2))
    drawing.text(
      unit.text(course.total.likely), at: Point(likely, middle - 14), anchor: .middle, Font(12.5, .semibold),
      .label(series), halo: true)
    // Ends that would touch the middle number stand below.
    if high - low > 44 {
      drawing.text(
        unit.text(course.total.low), at: Point(low, middle + 22), anchor: .middle, Font(11), .ink2, halo: true)
      drawing.text(
        unit.text(course.total.high), at: Point(high, middle + 22), anchor: .middle, Font(11), .ink2, halo: true)
    } else {
      drawing.text(
        say("\(unit.text(course.total.low)) to \(unit.text(course.total.high))"), at: Point(likely, middle + 22),
        anchor: .middle, Font(11), .ink2, halo: true)
    }
  }
}
