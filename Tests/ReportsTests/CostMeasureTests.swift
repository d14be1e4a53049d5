import Findings
import Study
import Testing

@Suite("What a study brings to its costs")
struct CostMeasureTests {
  private func engagement() -> Engagement {
    var engagement = Sample.engagement()
    engagement.sensitivity = [.init(dataset: nil, sensitivity: .s4)]
    engagement.release = .l4
    let measured = ["attack-tpr", "operating-fpr", "defence-effectiveness", "effort-days", "compute-multiplier"]
    engagement.costs?.given.removeAll { measured.contains($0.name) }
    return engagement
  }

  private func estimate(_ results: Results) throws -> CostEstimate {
    let assessment = try Sample.guidance().assessment(of: results, document: .init(), engagement: engagement())
    return try #require(assessment.costs, "\(assessment.costsMissing ?? "")")
  }

  private func input(_ id: CostParameter, of estimate: CostEstimate) throws -> CostEstimate.Input {
    try #require(estimate.inputs.first { $0.id == id.rawValue })
  }

  @Test("is the share found in the undefended target that leaks most for certain")
  func share() throws {
    let estimate = try estimate(Sample.results())
    #expect(estimate.cell == "german_credit-random-forest-none")
    let found = try input(.attackTPR, of: estimate)
    #expect(abs(found.value.low - 0.2) < 1e-9 && abs(found.value.likely - 0.44) < 1e-9)
    #expect(found.origin.confidence == .measured)
    #expect(try input(.operatingFPR, of: estimate).value == Spread(0.01))
  }

  @Test("is what the plan's dearest defence removes, where that one was tried, and an estimate elsewhere")
  func effect() throws {
    var results = Sample.results()
    // The forest's private training was skipped, and rounding says nothing of it.
    #expect(try input(.defenceEffectiveness, of: estimate(results)).origin.confidence == .estimate)
    var defended = results.cells[5]
    defended.model = "random-forest"
    defended.id = "german_credit-random-forest-dp-sgd"
    results.cells[2] = defended
    let removed = try input(.defenceEffectiveness, of: estimate(results))
    #expect(removed.origin.confidence == .measured)
    #expect(removed.origin.sources.first?.title.hasPrefix("german_credit-random-forest-dp-sgd") == true)
    // A tenth of guessing's 7.2 times is below guessing, drawn up to it: 0.009 of 0.44 is left.
    #expect(abs(removed.value.likely - (1 - 0.009 / 0.44)) < 1e-9)
    #expect(removed.value.low < removed.value.likely && removed.value.likely < removed.value.high)
  }

  @Test("is each defence's loss of accuracy with its price, where it was measured")
  func accuracy() throws {
    let estimate = try estimate(Sample.results())
    #expect(estimate.rating == .critical && estimate.defences.map(\.id).contains("dp-sgd"))
    let rounding = try #require(estimate.defences.first { $0.id == "top-k-rounding-label" })
    #expect(rounding.accuracyLost != nil && rounding.valueLost == nil)
    #expect(estimate.defences.first { $0.id == "rate-limit-monitoring" }?.accuracyLost == nil)
  }
}
