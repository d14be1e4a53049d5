import History
import Privacy
import Study
import Testing

@Suite("A budget file")
struct BudgetReadingTests {
  private static let text = """
    epsilon: 4
    delta: 1e-6
    years: 3
    objective: shares
    stages:
      - {name: exploration, mechanism: laplace, steps: 20, years: first}
      - {name: training, sampling-rate: 0.01, steps: 2000, years: [1], weight: 3}
      - {name: retraining, sampling-rate: 0.01, steps: 1000, years: later, noise: 1.5}
      - {name: statistics, steps: 4}
    """

  @Test("is read with its defaults")
  func read() throws {
    let request = try BudgetRequest(Array(Self.text.utf8), file: "budget.yaml")
    #expect(request.epsilon == 4 && request.delta == 1e-6 && request.years == 3 && request.objective == .shares)
    #expect(
      request.stages == [
        .init(name: "exploration", kind: .laplace, steps: 20, years: [1]),
        .init(name: "training", kind: .gaussian(rate: 0.01), steps: 2000, years: [1], weight: 3),
        .init(name: "retraining", kind: .gaussian(rate: 0.01), steps: 1000, years: [2, 3], noise: 1.5),
        .init(name: "statistics", kind: .gaussian(rate: 1), steps: 4, years: [1, 2, 3]),
      ])
  }

  static let faults: [(from: String, to: String, says: String)] = [
    ("epsilon: 4", "epsilon: 0", "above 0"), ("delta: 1e-6", "delta: 2", "delta"),
    ("years: 3", "years: 1", "only one year"), ("shares", "share", "shares"),
    ("steps: 20,", "steps: 0,", "steps"), ("[1], weight", "[4], weight", "years"),
    ("laplace,", "laplace, sampling-rate: 0.5,", "all records"), ("name: statistics", "name: training", "twice"),
    ("noise: 1.5", "noise: -1", "noise"), ("weight: 3", "wight: 3", "weight"), ("stages:", "stage:", "stage"),
  ]

  @Test("is refused where it is wrong, with file and line", arguments: faults)
  func refused(from: String, to: String, says: String) {
    let text = Self.text.replacing(from, with: to)
    #expect(text != Self.text)
    do throws(ManifestError) {
      _ = try BudgetRequest(Array(text.utf8), file: "budget.yaml")
      Issue.record("accepted \(to)")
    } catch {
      #expect("\(error)".contains("budget.yaml") && "\(error)".contains(says), "\(error)")
    }
  }
}
