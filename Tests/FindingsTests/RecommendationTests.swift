import Findings
import Testing

@Suite("Recommendations")
struct RecommendationTests {
  /// Accuracy, balanced accuracy and the rate found, on each quarter.
  private typealias Numbers = (accuracy: Double, balanced: Double, found: Double)

  private func cell(_ defence: String, _ numbers: [Numbers], secondAttack: [Double]? = nil) -> CellResult {
    let quarters = numbers.enumerated().map { index, quarter in
      func rates(_ found: Double) -> [QuarterResult.RateAtLimit] {
        [
          QuarterResult.RateAtLimit(fprLimit: 0.001, tpr: found / 2, resolved: false),
          QuarterResult.RateAtLimit(fprLimit: 0.01, tpr: found, resolved: true),
        ]
      }
      return QuarterResult(
        accuracy: quarter.accuracy, balancedAccuracy: quarter.balanced,
        attacks: [
          QuarterResult.AttackRates(id: "lira-online", rates: rates(quarter.found)),
          QuarterResult.AttackRates(id: "loss", rates: rates(secondAttack?[index] ?? 0.01)),
        ])
    }
    let estimate = Estimate(value: 0.8, low: 0.7, high: 0.9, method: .bootstrap)
    return CellResult(
      id: defence, dataset: "d", model: "m", defence: defence,
      parameters: CellParameters(model: [:], defence: [:]), status: .done, reason: nil, models: 8, records: 100,
      population: 10,
      utility: Utility(
        accuracy: estimate, balancedAccuracy: estimate, majority: 0.9, trainAccuracy: 1, classes: 2),
      attacks: [], headlineAttack: nil, verdict: .leak, work: 1, quarters: quarters)
  }

  private func cell(_ defence: String, _ numbers: Numbers, secondAttack: Double? = nil) -> CellResult {
    cell(
      defence, [Numbers](repeating: numbers, count: 4),
      secondAttack: secondAttack.map { [Double](repeating: $0, count: 4) })
  }

  private func advice(_ cells: [CellResult], floor: Double? = nil) throws -> Recommendation {
    let results = Results(
      kind: .run, name: "r", date: nil, seed: 0, report: .init(title: nil, client: nil),
      pool: .init(models: 8, independent: 0, replicates: 1), datasets: [], cells: cells, checks: [])
    return try #require(results.recommendations(floor: floor).first)
  }

  private let open = ("none", Numbers(0.9, 0.8, 0.5))

  @Test("take the least leaking defence above the floor, at the smallest rate that all can tell")
  func least() throws {
    let found = try advice([
      cell("none", open.1), cell("a", (0.89, 0.79, 0.3)), cell("b", (0.87, 0.79, 0.1)), cell("c", (0.5, 0.5, 0.01)),
    ])
    #expect(found.answer == .defence && found.cell == "b" && found.chosen == 4 && found.fprLimit == 0.01)
    let kept = try #require(found.verified)
    #expect(abs(kept.accuracy - 0.87 / 0.9) < 1e-12 && abs(kept.balanced - 0.29 / 0.3) < 1e-12)
    #expect(kept.found == 0.1 && kept.foundUndefended == 0.5)
  }

  @Test("never take a constant model, however well the majority serves it")
  func constant() throws {
    let found = try advice([cell("none", (0.91, 0.6, 0.4)), cell("constant", (0.9, 0.5, 0.01))])
    #expect(found.answer == .noneMeetsFloor && found.cell == "constant" && found.chosen == 0)
    // Even at a floor of next to nothing.
    #expect(
      try advice([cell("none", (0.91, 0.6, 0.4)), cell("constant", (0.9, 0.5, 0.01))], floor: 0.01).answer
        == .noneMeetsFloor)
  }

  @Test("are not confirmed where the gain is gone on the quarters that did not choose")
  func luck() throws {
    let good: Numbers = (0.9, 0.8, 0.4)
    let bad: Numbers = (0.9, 0.8, 0.8)
    // Chosen on three quarters; their opposites find 0.8, 0.4 and 0.4, more than 0.5 on average.
    let found = try advice([cell("none", open.1), cell("a", [good, good, good, bad])])
    #expect(found.cell == "a" && found.chosen == 3 && found.answer == .unconfirmed)
  }

  @Test("judge masking by the strongest attack that still applies")
  func masking() throws {
    let found = try advice([
      cell("none", open.1), cell("masking", (0.9, 0.8, 0.05), secondAttack: 0.45), cell("real", (0.88, 0.79, 0.2)),
    ])
    #expect(found.cell == "real")
  }

  @Test("name the nearest where none meets the floor")
  func none() throws {
    let found = try advice([cell("none", open.1), cell("a", (0.8, 0.7, 0.3)), cell("b", (0.6, 0.6, 0.1))])
    #expect(found.answer == .noneMeetsFloor && found.cell == "a")
  }

  @Test("do not confirm what falls below the floor where it is verified")
  func unconfirmed() throws {
    // Chosen on the first two quarters alone, whose opposites are below.
    let lucky = cell("lucky", [(0.9, 0.8, 0.1), (0.9, 0.8, 0.1), (0.7, 0.6, 0.1), (0.7, 0.6, 0.1)])
    let found = try advice([cell("none", open.1), lucky])
    #expect(found.answer == .unconfirmed && found.cell == "lucky" && found.chosen == 2)
    #expect(abs((found.verified?.accuracy ?? 0) - 0.7 / 0.9) < 1e-12)
  }

  @Test("do not confirm what one quarter alone chose")
  func single() throws {
    let cells = (0..<4).map { mine in
      cell("d\(mine)", (0..<4).map { quarter -> Numbers in (0.9, 0.8, quarter == mine ? 0.1 : 0.3) })
    }
    let found = try advice([cell("none", open.1)] + cells)
    #expect(found.answer == .unconfirmed && found.chosen == 1)
  }

  @Test("say so where nothing lets less be found, or where nothing can be told")
  func others() throws {
    #expect(try advice([cell("none", open.1), cell("a", (0.9, 0.8, 0.6))]).answer == .undefended)
    #expect(try advice([cell("none", (0.9, 0.5, 0.5)), cell("a", (0.9, 0.5, 0.1))]).answer == .insufficientEvidence)
  }
}
