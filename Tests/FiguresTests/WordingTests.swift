import Figures
import Findings
import Study
import Testing

@Suite("Words of figures")
struct WordingTests {
  static func roc(_ shapes: [MadeUp.Shape], resolved: Double? = 0.01, verdict: Verdict, subject: String = "client")
    throws -> Caption
  {
    let cell = MadeUp.cell("c", "d", "forest", shapes: shapes, resolved: resolved, verdict: verdict)
    let figures = ROCFigure.all(in: MadeUp.findings([MadeUp.dataset("d", "Data", "", subject, 1000)], [cell]))
    return try #require(figures.first).caption
  }

  @Test("A leak is claimed with its number and its price in wrong accusations")
  func leak() throws {
    let title = try Self.roc(MadeUp.strong, verdict: .leak).title
    #expect(
      title == "An outsider finds 44\u{A0}% of the training clients while wrongly accusing 1\u{A0}in\u{A0}100 others")
  }

  @Test("Where nothing is shown the title says so")
  func nothing() throws {
    let title = try Self.roc(MadeUp.null, verdict: .noLeakShown).title
    #expect(title == "No leak shown: 1.2\u{A0}% of the training clients found, where a coin toss finds 1\u{A0}%")
  }

  @Test("A leak that only the order of records gives away is told in pairs")
  func order() throws {
    let weak = MadeUp.null.enumerated().map { $0.offset == 3 ? MadeUp.Shape(a: 1, b: 1.3) : $0.element }
    let title = try Self.roc(weak, verdict: .leak, subject: "").title
    #expect(title.hasPrefix("Of two people, an outsider picks the one in training 57\u{A0}% of the time"))
  }

  @Test("Too few people is a finding, not a zero")
  func tooFew() throws {
    let title = try Self.roc(MadeUp.null, verdict: .insufficientEvidence).title
    #expect(title == "Too little evidence: 900 clients cannot tell whether anyone can be found")
  }

  @Test("A cell whose attacks resolve no rate has no curve and no figure")
  func unresolved() {
    let cell = MadeUp.cell("c", "d", "forest", shapes: MadeUp.null, resolved: nil, verdict: .insufficientEvidence)
    #expect(ROCFigure.all(in: MadeUp.findings([], [cell])).isEmpty)
  }

  @Test("No title has more than 95 characters or jargon", arguments: ["client", "administrator", "", "<b>", "研究"])
  func titles(subject: String) throws {
    var captions: [Caption] = []
    for verdict in [Verdict.leak, .noLeakShown, .insufficientEvidence] {
      for shapes in [MadeUp.strong, MadeUp.null, MadeUp.total] {
        captions.append(try Self.roc(shapes, resolved: 0.001, verdict: verdict, subject: subject))
      }
    }
    captions += allFigures(in: MadeUp.grid).map(\.caption)
    captions += allFigures(in: MadeUp.findings([MadeUp.german], MadeUp.defences)).map(\.caption)
    for caption in captions {
      #expect((20...Caption.longestTitle).contains(caption.title.count), "\(caption.title)")
      #expect(!caption.title.contains("TPR") && !caption.title.contains("AUC") && !caption.title.hasSuffix("."))
    }
  }

  @Test("The trade-off claims a gain only where intervals are apart")
  func gain() throws {
    func title(_ others: [(CellResult, [Curve])], base: [MadeUp.Shape] = MadeUp.strong) throws -> String {
      let cells = [MadeUp.cell("n", "german_credit", "forest", shapes: base)] + others
      return try #require(TradeoffFigure.all(in: MadeUp.findings([MadeUp.german], cells)).first).caption.title
    }
    let good = MadeUp.defended("a", "selena", found: 0.06, kept: 0.97)
    #expect(
      try title([good]) == "SELENA cuts what is found from 44\u{A0}% to 6.0\u{A0}% and keeps 97\u{A0}% of the accuracy")
    let better = MadeUp.defended("a", "selena", found: 0.06, kept: 1.02)
    #expect(try title([better]).hasSuffix("keeps 102\u{A0}% of the accuracy"))
    let same = MadeUp.defended("a", "selena", found: 0.42, kept: 0.97)
    #expect(try title([same]).hasPrefix("No tested defence clearly lowers the 44\u{A0}% found"))
    let dear = MadeUp.defended("a", "selena", found: 0.02, kept: 0.8)
    #expect(try title([dear]).hasPrefix("No tested defence keeps 95\u{A0}% of the accuracy"))
    #expect(try title([good], base: MadeUp.null).hasPrefix("Little to defend"))
  }

  @Test("The twin says what audits show, and a broken promise before all")
  func audited() throws {
    func figure(_ plain: Double, _ defended: Double, promised: Double = 4) throws -> TradeoffFigure {
      var base = MadeUp.cell("n", "german_credit", "forest", shapes: MadeUp.strong)
      base.0.audits = [MadeUp.audit(plain), MadeUp.audit(plain / 2)]
      var other = MadeUp.defended("a", "dp-sgd", found: 0.06, kept: 0.97)
      other.0.audits = [MadeUp.audit(defended)]
      other.0.privacy = PrivacyPromise(
        epsilon: promised, delta: 1e-5, unit: .record, noise: 1, clip: 1, samplingRate: 0.1, steps: 10, units: 450,
        secureNoise: false)
      let all = TradeoffFigure.all(in: MadeUp.findings([MadeUp.german], [base, other]))
      #expect(all.map(\.caption.id) == ["german_credit-forest-tradeoff", "german_credit-forest-tradeoff-epsilon"])
      return try #require(all.last)
    }
    let sound = try figure(2.5, 0.4)
    #expect(
      sound.caption.title == "Without defence an audit shows ε of at least 2.5; no promise of privacy is seen broken")
    #expect(
      sound.caption.words
        == "2 settings. No defence: epsilon at least 2.5, nothing promised, 100\u{A0}% of the accuracy kept. DP-SGD: epsilon "
        + "at least 0.4, 4 promised, 97\u{A0}% of the accuracy kept.")
    #expect(sound.table.rows.map { $0[1].text } == ["2.50", "0.40"])
    #expect(sound.table.rows.map { $0[2].text } == ["nothing", "4.00"])
    #expect(try figure(0, 0).caption.title.hasPrefix("No audit shows that records leak"))
    #expect(
      try figure(2.5, 3, promised: 1).caption.title
        == "DP-SGD promises ε = 1, but an audit shows ε of at least 3")
    #expect(
      TradeoffFigure.all(in: MadeUp.findings([MadeUp.german], MadeUp.defences)).count == 1, "no audit, no twin")
  }

  @Test("The trade-off names what it leaves out")
  func leftOut() throws {
    let figure = try #require(TradeoffFigure.all(in: MadeUp.findings([MadeUp.german], MadeUp.defences)).first)
    #expect(figure.caption.source.contains("Not shown: rounded scores, digits = 1 (too few clients to tell)"))
  }

  @Test("The matrix counts what leaks among what could be judged")
  func matrix() throws {
    let caption = try #require(MatrixFigure.all(in: MadeUp.grid).first).caption
    #expect(caption.title.hasPrefix("4 of 8 undefended models leak"))
    #expect(caption.words.contains("not run, more than 20 classes"))
  }

  @Test("A leak that is rated neither way is shown as inconclusive, with its number")
  func unclear() throws {
    let made = MadeUp.findings(
      [MadeUp.german], [MadeUp.cell("a", "german_credit", "forest", shapes: MadeUp.strong)])
    var assessment = made.assessment
    assessment.targets = [
      TargetRating(
        cell: "a", rating: .inconclusive, grade: .inconclusive, sensitivity: .s4, level: .l4, steps: [],
        confidence: .medium, levels: [])
    ]
    let findings = Findings(results: made.results, curves: made.curves, names: made.names, assessment: assessment)
    let figure = try #require(MatrixFigure.all(in: findings).first)
    #expect(figure.caption.title == "No rating could be given to 1 undefended model that was tested")
    #expect(figure.caption.words.contains("rated Inconclusive, 44\u{A0}% (41 to 47) found"))
    let drawing = try figure.drawing(.wide, try Renderer().measure)
    #expect(drawing.labels.contains { $0.string == "Inconclusive" && $0.ink == .on(.inconclusive) })
    #expect(!drawing.labels.contains { $0.string == "Leak shown" })
  }

  @Test("Rates are said as people say them")
  func rates() {
    #expect(Rates.percent(0.0058) == "0.58\u{A0}%")
    #expect(Rates.percent(0.0719) == "7.2\u{A0}%")
    #expect(Rates.percent(0.444) == "44\u{A0}%")
    #expect(Rates.percent(0.99991) == "99.9\u{A0}%")
    #expect(Rates.percent(1) == "100\u{A0}%")
    #expect(Rates.percent(0) == "0\u{A0}%")
    #expect(Rates.oneIn(0.001) == "1\u{A0}in\u{A0}1,000")
    #expect(Rates.oneIn(1) == "all")
    #expect(Rates.exact(0.0005) == "0.05\u{A0}%")
  }

  @Test("At most five curves are in colour, the headline always, and no colour twice")
  func colours() {
    let entries = (0..<12).map { (isHeadline: $0 == 11, order: $0, strength: Double($0 % 5)) }
    let series = ROCFigure.series(entries)
    #expect(series.compactMap(\.self).count == 5 && series[11] == 3)
    #expect(Set(series.compactMap(\.self)).count == 5)
  }
}
