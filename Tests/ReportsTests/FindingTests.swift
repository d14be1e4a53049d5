import Findings
import Reports
import Study
import Testing

@Suite("Findings")
struct FindingTests {
  private func findings(_ results: Results = Sample.results(), _ engagement: Engagement? = Sample.rated()) throws
    -> [Finding]
  { try Sample.assessed(results, engagement: engagement).assessment.findings }

  @Test("stand gravest first, numbered, each with references, and leaks with actions")
  func order() throws {
    let findings = try findings()
    let order: [Rating?] = [.critical, .high, .moderate, nil, .inconclusive, .low, .minimal]
    let places = findings.map { order.firstIndex(of: $0.rating) ?? 0 }
    #expect(places == places.sorted() && findings.count > 3)
    #expect(findings.enumerated().allSatisfy { $1.id == "F-0\($0 + 1)" || $0 > 8 })
    for finding in findings {
      #expect(!finding.references.isEmpty && !finding.verification.isEmpty)
      #expect(finding.kind != .leak || (finding.actions.count > 1 && finding.evidence["share"] != nil))
    }
  }

  @Test("have references for every kind that there is")
  func kinds() throws {
    let frameworks = try Sample.guidance().frameworks
    for kind in Finding.Kind.allCases {
      let references = frameworks.references(for: kind)
      #expect(!references.isEmpty, "\(kind)")
      for reference in references { #expect(frameworks.reference(reference) != nil, "\(reference)") }
    }
    for name in ["mitre-atlas", "nist-ai-rmf", "nist-ai-100-2", "owasp-ml-top10"] {
      #expect(frameworks.references(for: .leak).contains { $0.hasPrefix(name + ": ") }, "\(name)")
    }
  }

  @Test("give likelihood by the grade and impact by the sensitivity")
  func degrees() throws {
    let strong = try #require(try findings().first)
    #expect(strong.likelihood == .high && strong.impact == .high)
    let mild = try findings(Sample.results(), Sample.rated(.s1))
    #expect(mild.allSatisfy { $0.impact == .low || [.insufficient, .checkFailed].contains($0.kind) })
    let unrated = try findings(Sample.results(), nil)
    #expect(unrated.allSatisfy { $0.likelihood == .unknown && $0.impact == .unknown })
    #expect(unrated.first?.kind == .leak && unrated.first?.rating == nil)
  }

  @Test("ask nothing of a model that does not fit it")
  func fitting() throws {
    let forest = try #require(try findings().first { $0.kind == .leak && $0.cells[0].contains("random-forest") })
    #expect(!forest.actions.contains("dp-sgd") && !forest.actions.contains("weight-decay"))
    #expect(forest.actions.contains("smaller-model"))
    #expect(Set(forest.actions).count == forest.actions.count)
  }

  @Test("tell a leak with the numbers of the attack that shows it")
  func byOther() throws {
    let results = Sample.results(changing: 0) { cell in
      cell.attacks[0].headline?.verdict = .noLeakShown
      cell.attacks[0].headline?.tpr[0].value = 0.009
    }
    let assessed = try Sample.assessed(results)
    let finding = try #require(
      assessed.assessment.findings.first { $0.kind == .leak && $0.cells.contains(results.cells[0].id) })
    let cell = try #require(finding.cells.first)
    #expect(cell == results.cells[0].id)
    #expect(finding.attacks == ["attack-r"])
    #expect(finding.evidence["share"]?.value == results.cells[0].attacks[1].headline?.tpr[0].value)
    let text = PageText(try Sample.page(assessed))
    #expect(text.contains("A second attack picks out 22\u{A0}% of members while wrongly accusing 1 in 100"))
    #expect(text.contains("(Reference share; the attack fixed beforehand shows no leak)"))
  }

  @Test("name the attack that a defence blinds and the one that still stands")
  func masking() throws {
    let results = Sample.results(changing: 1) { cell in
      cell.attacks[1].headline?.verdict = .noLeakShown
      cell.attacks[1].headline?.tpr[0].value = 0.01
      cell.attacks[1].headline?.tpr[0].low = 0.005
      cell.attacks[1].headline?.tpr[0].high = 0.02
    }
    let assessed = try Sample.assessed(results)
    let finding = try #require(assessed.assessment.findings.first { $0.kind == .masking })
    #expect(finding.attacks == ["attack-r", "lira-online"] && finding.cells == [results.cells[1].id])
    #expect(!finding.actions.contains("top-k-rounding-label"))
    #expect(
      PageText(try Sample.page(assessed)).contains(
        "Reference share falls from 22\u{A0}% (95\u{A0}% interval 10 to 30) to 1.0\u{A0}% (95\u{A0}% interval 0.5 to 2.0) "
          + "of members found, while LiRA, online still finds 35\u{A0}% (95\u{A0}% interval 16 to 48)"))
    #expect(try findings().allSatisfy { $0.kind != .masking })
  }

  @Test("tell of groups, of failed checks in words, of too little evidence, and of good news")
  func others() throws {
    var results = Sample.results(changing: 0) { $0.exposure = Sample.exposure(named: "Age over 60") }
    results.checks[0].verdict = .failed
    let assessed = try Sample.assessed(results)
    let kinds = assessed.assessment.findings.map(\.kind)
    #expect(kinds.contains(.checkFailed) && kinds.contains(.insufficient) && kinds.contains(.defenceWorks))
    let text = PageText(try Sample.page(assessed))
    #expect(text.contains("A check of the test itself failed: nothing to find"))
    #expect(!text.contains("null-run"))
    #expect(text.blocks.contains { $0.hasPrefix("With a defence no leak is shown where there was one") })
    #expect(text.contains("The accuracy goes from 75.2\u{A0}%"))
    #expect(assessed.assessment.findings.allSatisfy { $0.kind != .checkFailed || $0.rating == .inconclusive })
  }

  @Test("lead to a plan that says what was measured here, and puts nothing off beyond the rating's days")
  func plan() throws {
    let text = PageText(try Sample.page(Sample.assessed()))
    #expect(
      text.blocks.contains {
        $0.hasPrefix("Measured here: 35\u{A0}% (16–48) of members found instead of 44\u{A0}% (20–60) at 1 in 100")
      })
    #expect(text.blocks.contains("By the gravest rating, all but standing steps are due within 30 days."))
    #expect(text.blocks.contains("Now") && !text.blocks.contains("Next quarter"))
    let mild = PageText(try Sample.page(Sample.assessed(engagement: Sample.rated(.s1))))
    #expect(mild.blocks.contains("Next quarter"))
  }
}
