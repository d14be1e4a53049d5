import Maths
import Testing

@Suite("Gamma, beta and Student's distributions")
struct BetaTests {
  @Test("logGamma agrees with known values")
  func logGamma() {
    let known = [
      (0.5, 0.5723649429247001), (1, 0), (2, 0), (3.5, 1.2009736023470743), (10, 12.801827480081469),
      (100, 359.1342053695754), (1e6, 12815504.569147611),
    ]
    for (x, value) in known { #expect(abs(Elementary.logGamma(x) - value) <= 2e-15 * max(1, value)) }
    #expect(Elementary.logGamma(0) == .infinity && Elementary.logGamma(-1).isNaN)
  }

  @Test("the beta distribution has its closed forms")
  func closedForms() {
    for x in [1e-9, 0.1, 0.5, 0.9, 0.999] {
      #expect(abs(Beta(a: 1, b: 1).cumulative(x) - x) <= 1e-14 * x)
      #expect(abs(Beta(a: 3, b: 1).cumulative(x) - x * x * x) <= 1e-13 * x * x * x)
      let rest = (1 - x) * (1 - x)
      #expect(abs(Beta(a: 1, b: 2).cumulative(x) - (1 - rest)) <= 1e-14)
      #expect(abs(Beta(a: 7.5, b: 7.5).cumulative(x) + Beta(a: 7.5, b: 7.5).cumulative(1 - x) - 1) < 1e-13)
    }
    #expect(Beta(a: 2, b: 3).cumulative(0) == 0 && Beta(a: 2, b: 3).cumulative(1) == 1)
    #expect(Beta(a: 2, b: 3).quantile(0) == 0 && Beta(a: 2, b: 3).quantile(1) == 1)
    #expect(Beta(a: 2, b: 3).quantile(1.5).isNaN)
  }

  @Test(
    "a quantile leads back to its probability",
    arguments: [(0.5, 0.5), (1, 100_000), (3, 8), (2_000, 30), (1e5, 1e6)])
  func quantiles(a: Double, b: Double) {
    let beta = Beta(a: a, b: b)
    for p in [1e-6, 0.025, 0.5, 0.975, 0.999999] {
      #expect(abs(beta.cumulative(beta.quantile(p)) - p) <= 1e-9 * p)
    }
  }

  @Test("Student's distribution agrees with SciPy and nears the normal")
  func student() {
    #expect(abs(StudentT(freedom: 7).outside(2.353528272261627) - 0.05082292542396257) < 1e-12)
    #expect(abs(StudentT(freedom: 13.833119706194282).outside(1.0276509215220513) - 0.32174908184628626) < 1e-12)
    #expect(abs(StudentT(freedom: 3).reach(level: 0.95) - 3.182446305284263) < 1e-12)
    #expect(abs(StudentT(freedom: 1e7).reach(level: 0.95) - 1.959963984540054) < 1e-6)
  }
}
