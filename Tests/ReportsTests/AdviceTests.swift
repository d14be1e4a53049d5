import Findings
import Foundation
import Testing

@Suite("The advice on a model")
struct AdviceTests {
  /// The sample, in which the first model's second cell is recommended.
  private func text(answer: String, found: (Double, Double, Double), base: (Double, Double, Double)) throws -> PageText
  {
    var results = Sample.results()
    for (place, point) in [(0, base), (1, found)] {
      let cell = results.cells[place]
      let index = try #require(cell.attacks.firstIndex { $0.id == cell.headlineAttack })
      var points = try #require(cell.attacks[index].headline?.tpr)
      let own = try #require(points.firstIndex { $0.fprLimit == 0.01 })
      (points[own].value, points[own].low, points[own].high) = point
      results.cells[place].attacks[index].headline?.tpr = points
    }
    let (undefended, defended) = (results.cells[0], results.cells[1])
    let json = """
      {"dataset": "\(undefended.dataset)", "model": "\(undefended.model)", "undefended": "\(undefended.id)",
       "answer": "\(answer)", "cell": "\(defended.id)", "chosen": 3, "floor": 0.95, "fprLimit": 0.01,
       "verified": {"accuracy": 0.98, "balanced": 0.97, "found": 0.1, "foundUndefended": 0.2}}
      """
    results.recommendations = [try JSONDecoder().decode(Recommendation.self, from: Data(json.utf8))]
    return try Sample.text(results)
  }

  @Test("tells both shares with their intervals, and a gain where these lie apart")
  func gain() throws {
    let text = try text(answer: "defence", found: (0.1, 0.08, 0.12), base: (0.2, 0.18, 0.22))
    #expect(text.contains("Recommended: "))
    #expect(
      text.contains(
        "10.0\u{A0}% (95\u{A0}% interval 8.0 to 12.0) with it and 20.0\u{A0}% (95\u{A0}% interval 18.0 to 22.0)"))
    #expect(text.contains("less, by intervals that lie apart") && !text.contains("no gain is shown"))
  }

  @Test("says that no gain is shown where the intervals overlap")
  func overlap() throws {
    let text = try text(answer: "defence", found: (0.1, 0.08, 0.19), base: (0.2, 0.18, 0.22))
    #expect(text.contains("the intervals overlap, so that no gain is shown"))
  }

  @Test("does not recommend what was not confirmed")
  func unconfirmed() throws {
    let text = try text(answer: "unconfirmed", found: (0.1, 0.08, 0.12), base: (0.2, 0.18, 0.22))
    #expect(text.contains("No defence can be recommended") && text.contains("or lets no less be found there"))
    #expect(!text.contains("Recommended: "))
  }
}
