import Figures
import Findings
import Maths
import Study
import Testing

/// Where labels stand, over many made-up results.
@Suite("Labels")
struct LayoutTests {
  /// Results with random shapes, spreads, rates and names.
  static func random(_ seed: UInt64) -> Findings {
    var stream = Maths.Stream(seed: seed, stream: 0)
    func share() -> Double { stream.uniform() }
    let rates: [Double?] = [0.001, 0.01, 0.1]
    let resolved = rates[Int(share() * 3)]
    var cells = (0..<(2 + Int(share() * 9))).map { index in
      let shapes = (0..<6).map { _ in MadeUp.Shape(a: 0.05 + share(), b: 0.9 + 3 * share()) }
      let defence = MadeUp.names.defences[index == 0 ? 0 : 1 + Int(share() * 6)].name
      return MadeUp.cell(
        "cell-\(index)", "german_credit", "forest", defence: defence,
        parameters: ["epsilon": .whole(index)], shapes: shapes, resolved: resolved, spread: 0.01 + 0.1 * share(),
        accuracy: 0.75 * (0.7 + 0.32 * share()))
    }
    for index in cells.indices {
      cells[index].0.audits = [MadeUp.audit(share() < 0.3 ? 0 : 4 * share())]
      guard share() < 0.5 else { continue }
      cells[index].0.privacy = PrivacyPromise(
        epsilon: 10 * share(), delta: 1e-5, unit: .record, noise: 1, clip: 1, samplingRate: 0.1, steps: 10, units: 450,
        secureNoise: false)
    }
    let made = MadeUp.findings([MadeUp.german], cells)
    var assessment = made.assessment
    assessment.budgets = [PrivacyBudget.Kind.plan, .ledger].map { kind in
      BudgetFigureTests.budget(kind, (0..<(1 + Int(share() * 14))).map { _ in 0.02 + share() }, cap: 1 + 9 * share())
    }
    return Findings(results: made.results, curves: made.curves, names: made.names, assessment: assessment)
  }

  @Test("never cover each other and stay on the sheet", arguments: 0..<40)
  func apart(seed: UInt64) throws {
    let renderer = try Renderer()
    for figure in allFigures(in: Self.random(seed)) {
      for form in [Form.wide, .narrow] {
        let drawing = try figure.drawing(form, renderer.measure)
        let sheet = Box(left: -0.5, top: -0.5, width: drawing.size.width + 1, height: drawing.size.height + 1)
        var boxes: [(text: String, boxes: [Box])] = []
        for label in drawing.labels { boxes.append((label.string, try renderer.measure.boxes(of: label))) }
        for (index, one) in boxes.enumerated() {
          #expect(
            one.boxes.allSatisfy { sheet.overlap($0) > 0.98 * $0.width * $0.height },
            "\(one.text) leaves \(figure.caption.id) \(form)")
          for other in boxes[(index + 1)...] {
            let shared = one.boxes.reduce(0) { sum, box in sum + other.boxes.reduce(0) { $0 + $1.overlap(box) } }
            #expect(shared < 0.5, "'\(one.text)' and '\(other.text)' in \(figure.caption.id) \(form), seed \(seed)")
          }
        }
      }
    }
  }

  @Test("Numbers that are no shares are left out, not drawn", arguments: [Double.nan, .infinity, -1, 0, 2])
  func nonsense(value: Double) throws {
    let cells = MadeUp.defences.map { cell, curves in
      var cell = cell
      for index in cell.attacks.indices {
        for point in cell.attacks[index].headline?.tpr.indices ?? 0..<0 {
          cell.attacks[index].headline?.tpr[point].value = value
        }
        cell.attacks[index].headline?.auc.value = value
      }
      cell.utility?.accuracy.low = value
      let broken = curves.map { curve in
        var curve = curve
        curve.tpr[3] = value
        curve.fpr[5] = value
        return curve
      }
      return (cell, broken)
    }
    let findings = MadeUp.findings([MadeUp.german], cells)
    let drawn = try drawn(findings)
    #expect(drawn.contains { $0.kind == "roc" } && drawn.contains { $0.kind == "matrix" })
    #expect(!drawn.contains { $0.kind == "tradeoff" })
  }

  @Test("Neighbours that collide are pooled: each as near to its wish as can be, in order")
  func pooled() {
    // Two at 10 and one at 12, each 6 high: a pool of 18 whose middles are 7, 13, 19 shifted to sum 32: 4.67 ...
    let middles = Gutter.middles(
      [.init(wish: 10, height: 6), .init(wish: 10, height: 6), .init(wish: 12, height: 6), .init(wish: 50, height: 6)],
      top: 0, bottom: 60)
    let sum = middles.prefix(3).reduce(0, +)
    #expect(abs(sum - 32) < 1e-9)
    #expect(abs(middles[1] - middles[0] - 6) < 1e-9 && abs(middles[2] - middles[1] - 6) < 1e-9)
    #expect(middles[3] == 50)
  }

  @Test("Labels at the edge are pushed inside with their neighbours")
  func inside() {
    let middles = Gutter.middles([.init(wish: 58, height: 10), .init(wish: 60, height: 10)], top: 0, bottom: 60)
    #expect(middles == [45, 55])
  }

  @Test("A label without room is left out, not printed over")
  func dropped() {
    var placer = LabelPlacer(bounds: Box(left: 0, top: 0, width: 100, height: 20))
    placer.add(label: Box(left: 0, top: 0, width: 100, height: 20))
    let places = LabelPlacer.around(Point(50, 10), radius: 5, size: Size(20, 10))
    #expect(placer.place(places) == nil)
  }
}
