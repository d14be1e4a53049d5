import Attacks
import Maths
import Study
import Testing

/// Pools small enough to be worked by hand.
@Suite("Attacks worked by hand")
struct WorkedTests {
  /// Models 2 to 5 as references of model 0, each with one number a record.
  private static func evidence(
    target: [Double], references: [[Double]], inside: [[Bool]], population: [Double] = [],
    populations: [[Double]] = [[], [], [], []]
  ) -> Evidence {
    Evidence(
      target: observation(target), targetPopulation: observation(population), labels: target.map { _ in 0 },
      populationLabels: population.map { _ in 0 },
      references: references.indices.map {
        Reference(
          index: $0 + 2, observation: observation(references[$0]), population: observation(populations[$0]),
          membership: inside[$0])
      },
      index: 0, models: 6, seed: 0)
  }

  /// Numbers that stand for p_y and phi at once: each attack reads one of them.
  private static func observation(_ values: [Double]) -> Observation {
    Observation(confidence: values, logConfidence: values.map(Elementary.log), phi: values)
  }

  private static let halves = [[true, true], [false, false], [true, true], [false, false]]

  @Test("loss is the logarithm of the confidence")
  func loss() throws {
    let evidence = Self.evidence(target: [1, 0.5], references: [], inside: [])
    #expect(try Loss().scores(evidence) == [0, Elementary.log(0.5)])
  }

  @Test("attack-p counts the population strictly below")
  func population() throws {
    let evidence = Self.evidence(
      target: [0.05, 0.4, 0.9, 0.95], references: [], inside: [], population: [0.4, 0.9, 0.1, 0.4])
    // Below 0.4 lies 0.1 alone; below 0.9 lie 0.1 and twice 0.4.
    #expect(try AttackP().scores(evidence) == [0, 0.25, 0.75, 1])
  }

  @Test("attack-p-class ranks among its class, or among all where the population lacks the class")
  func populationByClass() throws {
    let plain = Self.evidence(target: [0.5, 0.5, 0.5], references: [], inside: [], population: [0.4, 0.6, 0.7, 0.3])
    let evidence = Evidence(
      target: plain.target, targetPopulation: plain.targetPopulation, labels: [0, 1, 2],
      populationLabels: [0, 1, 1, 1], references: [], index: 0, models: 6, seed: 0)
    // Class 0 holds 0.4 alone; class 1 holds 0.3 below, 0.6 and 0.7 above; class 2 is missing: 0.3 and 0.4 of four.
    #expect(try AttackPByClass().scores(evidence) == [1, 1.0 / 3, 0.5])
  }

  @Test("noise-robustness counts near copies of what is labelled rightly, or holds it against far ones")
  func robustness() throws {
    let told = Observation(
      confidence: [0.9, 0.8, 0.2], logConfidence: [0, 0, 0], phi: [0, 0, 0],
      copies: CopyShares(near: [1, 0.5, 0.5], far: [0.75, 0.25, 0.5]))
    let evidence = Evidence(
      target: told, targetPopulation: told, labels: [0, 0, 0], populationLabels: [0, 0, 0], references: [], index: 0,
      models: 2, seed: 0)
    #expect(try NoiseRobustness(score: .share).scores(evidence) == [1, 0.5, 0])
    #expect(try NoiseRobustness(score: .contrast).scores(evidence) == [0.625, 0.875, -0.25])
  }

  @Test("attack-r counts the outside references strictly below")
  func referenceShare() throws {
    // Outside are models 3 and 5: 0.2 and 0.5 for the first record, 0.9 and 0.8 for the second.
    let evidence = Self.evidence(
      target: [0.5, 0.95], references: [[0, 0], [0.2, 0.9], [0, 0], [0.5, 0.8]], inside: Self.halves)
    #expect(try AttackR().scores(evidence) == [0.5, 1])
  }

  /// Record 0: inside 1 and 3 (mean 2, deviation 1), outside -1 and 1 (mean 0, deviation 1).
  ///
  /// Record 1: inside 0 and 4 (mean 2, deviation 2), outside 0 and 0 (mean 0, deviation 0).
  private static func likelihoods(target: [Double]) -> Evidence {
    evidence(target: target, references: [[1, 0], [-1, 0], [3, 4], [1, 0]], inside: halves)
  }

  @Test("lira-online compares the two normals")
  func online() throws {
    let evidence = Self.likelihoods(target: [2, 0])
    // Equal deviations: (2 - 0)^2 / 2 - (2 - 2)^2 / 2 = 2.
    let own = try LiRAOnline(variance: .perRecord, centre: .mean).scores(evidence)
    #expect(abs(own[0] - 2) < 1e-12)
    // Outside, 0 is certain: -ln 2 - (0 - 2)^2 / (2 * 2^2) - ln(1 / 1e-30).
    #expect(abs(own[1] - (-Elementary.log(2) - 0.5 - 30 * Elementary.log(10))) < 1e-10)
    // Residual variances: inside (1 + 1 + 4 + 4) / 4 = 2.5, outside (1 + 1 + 0 + 0) / 4 = 0.5.
    // 2^2 / (2 * 0.5) - 0 + ln(0.5 / 2.5) / 2 = 4 - ln 5 / 2;  0 - 2^2 / (2 * 2.5) - ln 5 / 2.
    let shared = try LiRAOnline(variance: .residual, centre: .mean).scores(evidence)
    #expect(abs(shared[0] - (4 - Elementary.log(5) / 2)) < 1e-12)
    #expect(abs(shared[1] - (-0.8 - Elementary.log(5) / 2)) < 1e-12)
    // Two references a side are fewer than 24.
    #expect(try LiRAOnline.standard.scores(evidence) == shared)
  }

  @Test("lira-offline is the surprise at so high a signal")
  func offline() throws {
    let own = LiRAOffline(variance: .perRecord, centre: .mean)
    // At the mean, half of all lies above; at one deviation, 0.158655.
    #expect(abs(try own.scores(Self.likelihoods(target: [0, 0]))[0] - Elementary.log(2)) < 1e-14)
    #expect(abs(try own.scores(Self.likelihoods(target: [1, 0]))[0] - 1.8410216450092636) < 1e-14)
    // The residual deviation outside is the root of 0.5: the same figure one root of 0.5 above the mean.
    let shared = try LiRAOffline(variance: .residual, centre: .mean).scores(
      Self.likelihoods(target: [(0.5).squareRoot(), (0.5).squareRoot()]))
    #expect(shared.allSatisfy { abs($0 - 1.8410216450092636) < 1e-12 })
  }

  @Test("references that all say the same give finite scores", arguments: Variance.allCases)
  func constant(variance: Variance) throws {
    let evidence = Self.evidence(
      target: [7, -7, 3], references: [[3, 3, 3], [3, 3, 3], [3, 3, 3], [3, 3, 3]],
      inside: [[true, true, true], [false, false, false], [true, true, true], [false, false, false]])
    let online = try LiRAOnline(variance: variance, centre: .mean).scores(evidence)
    let offline = try LiRAOffline(variance: variance, centre: .median).scores(evidence)
    #expect(online == [0, 0, 0])
    #expect(offline.allSatisfy { $0.isFinite } && offline[0] > offline[2])
    // The published density is two-sided: badly learnt is as surprising as well learnt.
    #expect(variance == .published ? offline[1] > offline[2] : offline[2] > offline[1])
  }

  @Test("below 24 references a side there is one deviation a side")
  func fewReferences() throws {
    // 48 models leave 23 references a side.
    let evidence = Pool(models: 48, records: 40).signals.evidence(target: 0, seed: 0)
    #expect(try LiRAOnline.standard.scores(evidence) == LiRAOnline(variance: .residual, centre: .mean).scores(evidence))
    #expect(
      try LiRAOffline.standard.scores(evidence) == LiRAOffline(variance: .residual, centre: .mean).scores(evidence))
  }

  @Test("from 24 references a side on, variances are drawn to the residual one as if by four references more")
  func manyReferences() throws {
    let evidence = Pool(models: 50, records: 40).signals.evidence(target: 0, seed: 0)
    func normals(inside: Bool) -> [Normal] {
      let values = (0..<40).map { record in
        evidence.references.filter { $0.trained(on: record) == inside }.map { $0.observation.phi[record] }
      }
      let means = values.map { $0.reduce(0, +) / Double($0.count) }
      let squares = zip(values, means).map { values, mean in values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
      let residual = squares.reduce(0, +) / Double(values.reduce(0) { $0 + $1.count })
      return (0..<40).map { record in
        let variance = (squares[record] + 4 * residual) / Double(values[record].count + 4)
        return Normal(mean: means[record], deviation: variance.squareRoot())
      }
    }
    let (inside, outside) = (normals(inside: true), normals(inside: false))
    let (online, offline) = (try LiRAOnline.standard.scores(evidence), try LiRAOffline.standard.scores(evidence))
    for (record, phi) in evidence.target.phi.enumerated() {
      let ratio = inside[record].logDensity(phi) - outside[record].logDensity(phi)
      #expect(abs(online[record] - ratio) < 1e-8 * max(1, abs(ratio)))
      #expect(abs(offline[record] + outside[record].logSurvival(phi)) < 1e-8 * max(1, abs(offline[record])))
    }
  }

  @Test("799 rising signals give 799 rising scores of lira-offline")
  func rising() throws {
    let rising = (0..<799).map { -4 + 0.05 * Double($0) }
    let references = [-1.5, 0.5, 1, 2].map { [Double](repeating: $0, count: 799) }
    let outside = [Bool](repeating: false, count: 799)
    let evidence = Self.evidence(target: rising, references: references, inside: [outside, outside, outside, outside])
    let scores = try LiRAOffline.standard.scores(evidence)
    #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// One record, inside 0.75 and 0.75, outside 0.25 and 0.25; two of the population, whose means are 0.5 and 0.25.
  private static func relative(target: [Double], population: [Double]) -> Evidence {
    evidence(
      target: target, references: [[0.75], [0.25], [0.75], [0.25]], inside: [[true], [false], [true], [false]],
      population: population, populations: [[0.5, 0.25], [0.5, 0.25], [0.5, 0.25], [0.5, 0.25]])
  }

  @Test("rmia-online compares ratios to the mean of both sides")
  func relativeOnline() throws {
    // p = (0.75 + 0.25) / 2 = 0.5, so the record's ratio is 0.75 / 0.5 = 1.5; the population's are 1 and 2.
    let evidence = Self.relative(target: [0.75], population: [0.5, 0.5])
    #expect(try RMIAOnline(score: .share, gamma: 1).scores(evidence) == [0.5])
    // 1.5 is not above 1.5 * 1.
    #expect(try RMIAOnline(score: .share, gamma: 1.5).scores(evidence) == [0])
    #expect(try RMIAOnline(score: .ratio, gamma: 1).scores(evidence) == [Elementary.log(1.5)])
  }

  @Test("rmia-offline guesses the inside from the outside")
  func relativeOffline() throws {
    // a = 0.5: p = 0.75 * 0.25 + 0.25 = 0.4375, so the record's ratio is 0.875 / 0.4375 = 2.
    // Population: 0.625 / (0.75 * 0.5 + 0.25) = 1 and 1 / 0.4375 = 2.29.
    let evidence = Self.relative(target: [0.875], population: [0.625, 1])
    #expect(try RMIAOffline(score: .share, gamma: 1, tuned: false, a: 0.5).scores(evidence) == [0.5])
    #expect(
      try RMIAOffline(score: .ratio, gamma: 1, tuned: false, a: 0.5).scores(evidence) == [Elementary.log(2)])
  }

  @Test("a is the usual one where every value orders alike")
  func ties() throws {
    // One record: no pair to order, so all values of a tie.
    let evidence = Self.relative(target: [0.875], population: [0.625, 1])
    let tuned = try RMIAOffline(score: .ratio, gamma: 1, tuned: true, a: 1).scores(evidence)
    #expect(tuned == (try RMIAOffline(score: .ratio, gamma: 1, tuned: false, a: 0.3).scores(evidence)))
  }

  @Test("a probability of 0 everywhere gives a ratio of 1")
  func zero() throws {
    let evidence = Self.evidence(
      target: [0], references: [[0], [0], [0], [0]], inside: [[true], [false], [true], [false]])
    #expect(try RMIAOnline.standard.scores(evidence) == [0])
    #expect(try RMIAOffline(score: .ratio, gamma: 1, tuned: false, a: 1).scores(evidence) == [0])
  }
}
