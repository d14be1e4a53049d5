import Maths
import Testing

/// The truths are values of 60 and more digits by mpmath 1.3 at the same binary arguments, rounded to Double.
@Suite("The normal distribution")
struct NormalTests {
  private static func difference(_ value: Double, _ truth: Double) -> Double {
    value == truth ? 0 : abs(value - truth) / abs(truth)
  }

  @Test(
    "logSurvival is right from -30 to 700 deviations",
    arguments: [
      (-30.0, -4.906713927148187e-198), (-8.5, -9.479534822203318e-18), (-3.25, -0.0005771915854099501),
      (-1.0, -0.17275377902344988), (-0.66, -0.29387040027781763), (-0.5, -0.3689464152886564),
      (0.0, -0.6931471805599453), (0.3, -0.9621028181688507), (0.6629, -1.3716134515023304),
      (0.7, -1.4189677615315315), (1.5, -2.7059444008238898), (2.25, -4.404315381153271),
      (3.9, -9.942304391691357), (5.7, -18.933112423224742), (8.3, -37.49421742374825),
      (12.5, -81.57596787074388), (25.0, -316.63940800802027), (37.9, -722.7595846178272),
      (100.0, -5005.524208694205), (700.0, -245007.47002090907),
    ])
  func logSurvival(z: Double, truth: Double) {
    #expect(Self.difference(Normal.standard.logSurvival(z), truth) < 4e-15)
    #expect(Self.difference(Normal(mean: 3, deviation: 2).logSurvival(3 + 2 * z), truth) < 1e-12)
  }

  @Test("logSurvival falls at every step, however far out")
  func falls() {
    let steps = stride(from: -8.0, through: 900, by: 0.004).map { Normal.standard.logSurvival($0) }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 > $1 })
    #expect(Normal.standard.logSurvival(1e40).isFinite)
  }

  @Test(
    "erfc is right in both tails",
    arguments: [
      (-5.5, 1.9999999999999927), (-2.0, 1.9953222650189528), (-0.5, 1.5204998778130465),
      (-0.46875, 1.492613473217938), (-0.1, 1.1124629160182848), (1e-10, 0.999999999887162),
      (0.25, 0.7236736098317631), (0.46875, 0.507386526782062), (0.46876, 0.5073774688931535),
      (0.75, 0.28884436634648486), (1.0, 0.15729920705028513), (1.9, 0.0072095707647425325),
      (3.0625, 1.4841410792897195e-05), (4.0, 1.541725790028002e-08), (4.001, 1.5290782173248732e-08),
      (6.1, 6.3146021501937184e-18), (9.7, 7.936107563214511e-43), (15.3, 7.9765601254207e-104),
      (26.0, 5.663192408856143e-296),
    ])
  func complement(x: Double, truth: Double) {
    #expect(Self.difference(ErrorFunction.erfc(x), truth) < 2e-15)
    #expect(abs(ErrorFunction.erf(x) + truth - 1) < 3e-16)
  }

  @Test(
    "erfcx is right and never underflows",
    arguments: [
      (-5.5, 27443409954929.71), (-2.0, 108.94090438997797), (-0.5, 1.952360489182557),
      (-0.1, 1.1236433541992095), (0.25, 0.7703465477309968), (0.46876, 0.6320643311493123),
      (1.0, 0.427583576155807), (1.9, 0.26650937366167265), (3.0625, 0.17566385800258433),
      (4.0, 0.13699945762506138), (4.001, 0.13696708158271878), (9.7, 0.05785958945081372),
      (26.0, 0.021683584850562907), (100.0, 0.005641613782989433), (1e6, 5.641895835474742e-07),
      (1e9, 5.641895835477563e-10),
    ])
  func scaled(x: Double, truth: Double) {
    #expect(Self.difference(ErrorFunction.erfcx(x), truth) < 2e-15)
  }

  @Test(
    "the quantile is right down to 1e-300 and up to 1 - 2^-53",
    arguments: [
      (1e-300, -37.0470962993612), (1e-100, -21.273453560965326), (1e-20, -9.262340089798407),
      (1.3e-11, -6.667611456510741), (1e-09, -5.9978070150076865), (1e-06, -4.753424308822899),
      (0.001, -3.0902323061678136), (0.0125, -2.2414027276049455), (0.025, -1.9599639845400543),
      (0.05, -1.6448536269514726), (0.074, -1.4466320671589785), (0.0751, -1.43882539275254),
      (0.2, -0.8416212335729142), (0.45, -0.12566134685507402), (0.49999, -2.5066282748960008e-05),
      (0.5000001, 2.506628273311648e-07), (0.6, 0.2533471031357997), (0.8413447460685429, 0.9999999999999999),
      (0.95, 1.6448536269514722), (0.975, 1.9599639845400538), (0.995, 2.5758293035489004),
      (0.9999, 3.7190164854557084), (0.9999999999990905, 7.047700256664409),
      (0.9999999999999999, 8.209536151601387),
    ])
  func quantile(p: Double, truth: Double) {
    #expect(Self.difference(Normal.standard.quantile(p), truth) < 2e-15)
  }

  @Test("the quantile is defined at its ends and undone by cumulative")
  func ends() {
    let normal = Normal(mean: -1, deviation: 0.5)
    #expect(normal.quantile(0) == -.infinity && normal.quantile(1) == .infinity && normal.quantile(0.5) == -1)
    #expect(normal.quantile(-0.1).isNaN && normal.quantile(.nan).isNaN)
    for p in stride(from: 0.001, to: 1, by: 0.001) {
      #expect(abs(normal.cumulative(normal.quantile(p)) - p) < 2e-15)
    }
  }

  @Test("the logarithm of the density is that of the formula, and survival and cumulative make 1")
  func density() {
    // -ln sqrt(2 pi) - ln 2 - 1.5^2 / 2, at one and a half deviations.
    let truth = -0.9189385332046728 - 0.6931471805599453 - 1.125
    #expect(abs(Normal(mean: 1, deviation: 2).logDensity(4) - truth) < 1e-15)
    for z in stride(from: -6.0, through: 6, by: 0.1) {
      #expect(abs(Normal.standard.survival(z) + Normal.standard.cumulative(z) - 1) < 3e-16)
    }
  }
}
