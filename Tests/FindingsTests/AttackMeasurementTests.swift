import Findings
import Maths
import Study
import Testing

@Suite("The figures of one attack on a pool")
struct AttackMeasurementTests {
  private let pool = SyntheticPool(models: 8, subjects: 200, gap: 0.5, spread: 0.5, seed: 5)

  @Test("are the plain ones: a mean of areas, and one threshold over all pairs")
  func plain() {
    let measured = pool.measured()
    let rocs = pool.scores.enumerated().map { ROC(scores: $1, truths: Array(pool.membership.row($0))) }
    #expect(abs(measured.headline.auc.value - rocs.map(\.auc).reduce(0, +) / 8) < 1e-15)
    let pooled = ROC(
      scores: pool.scores.flatMap { $0 }, truths: (0..<8).flatMap { Array(pool.membership.row($0)) })
    for point in measured.headline.tpr {
      let expected = pooled.point(within: point.fprLimit)
      #expect(point.tp == expected.tp && point.fp == expected.fp && point.value == pooled.tpr(expected))
      #expect(point.fpr <= point.fprLimit)
    }
    for (target, roc) in zip(measured.targets, rocs) {
      #expect(target.auc.value == roc.auc && target.members == 100 && target.nonMembers == 100)
      #expect(target.tpr.map(\.tp) == target.tpr.map { roc.point(within: $0.fprLimit).tp })
    }
  }

  @Test("do not vary where every pair and subject is drawn once")
  func unitWeights() {
    let ones = BootstrapDraws(
      replicates: 3, pairCounts: [UInt16](repeating: 1, count: 12), subjectCounts: [UInt16](repeating: 1, count: 600))
    let measured = pool.measured(ones)
    let auc = measured.headline.auc
    #expect(abs(auc.low - auc.value) < 1e-15 && abs(auc.high - auc.value) < 1e-15)
    let points = measured.headline.tpr + measured.targets.flatMap(\.tpr)
    #expect(points.allSatisfy { $0.value == 0 || ($0.low == $0.value && $0.high == $0.value) })
    let curve = measured.curve(cell: "c", attack: "a")
    let isFlat = curve.tpr.indices.allSatisfy { curve.tpr[$0] == 1 || curve.low[$0] == curve.tpr[$0] }
    #expect(isFlat && curve.fpr.last == 1 && curve.low.last == 1)
  }

  @Test("are the same again, and intervals hold their values")
  func repeatable() {
    let measured = pool.measured()
    #expect(measured.headline == pool.measured().headline && measured.targets == pool.measured().targets)
    let estimates = measured.targets.map(\.auc) + [measured.headline.auc]
    #expect(estimates.allSatisfy { $0.low < $0.value && $0.value < $0.high })
    let points = measured.headline.tpr + measured.targets.flatMap(\.tpr)
    #expect(points.allSatisfy { 0 <= $0.low && $0.low <= $0.value && $0.value <= $0.high && $0.high <= 1 })
    #expect(measured.headline.tpr.allSatisfy { $0.low < $0.high })
  }

  @Test("do not depend on the order of records, nor on which half of a pair comes first")
  func permuted() {
    var stream = Stream(seed: 9, stream: 0)
    let places = stream.shuffled(Array(0..<200))
    let models = [1, 0, 2, 3, 5, 4, 6, 7]
    let other = AttackMeasurement(
      scores: models.map { model in places.map { pool.scores[model][$0] } },
      membership: Membership(
        rows: models.map { model in places.map { pool.membership.contains(model: model, record: $0) } }),
      subjects: places, aggregation: .mean, draws: pool.draws()
    ).headline
    let headline = pool.measured().headline
    #expect(abs(other.auc.low - headline.auc.low) < 1e-12 && abs(other.auc.high - headline.auc.high) < 1e-12)
    for (one, other) in zip(headline.tpr, other.tpr) {
      #expect(one.tp == other.tp && abs(one.low - other.low) < 1e-12 && abs(one.high - other.high) < 1e-12)
    }
    #expect(other.verdict == headline.verdict && abs(other.designEffect - headline.designEffect) < 1e-9)
  }

  @Test("depend on the order of scores alone, and turn over with their sign")
  func monotone() {
    func measured(_ map: (Double) -> Double) -> Headline {
      AttackMeasurement(
        scores: pool.scores.map { $0.map(map) }, membership: pool.membership, subjects: pool.subjects,
        aggregation: .mean, draws: pool.draws()
      ).headline
    }
    let headline = pool.measured().headline
    #expect(measured { Elementary.exp($0) } == headline)
    let turned = measured { -$0 }
    #expect(abs(turned.auc.value - (1 - headline.auc.value)) < 1e-12)
    #expect(abs(turned.auc.low - (1 - headline.auc.high)) < 1e-12)
    #expect(headline.verdict == .leak && turned.verdict == .noLeakShown && turned.p == 1)
  }

  @Test("survive a perfect attack: a small p, and intervals with the room that subjects leave")
  func perfect() {
    let scores = (0..<8).map { model in pool.membership.row(model).map { $0 ? 1.0 : 0 } }
    let measured = AttackMeasurement(
      scores: scores, membership: pool.membership, subjects: pool.subjects, aggregation: .mean, draws: pool.draws())
    let headline = measured.headline
    #expect(headline.auc.value == 1 && headline.auc.high == 1 && headline.auc.low < 1 && headline.auc.low > 0.97)
    #expect(headline.verdict == .leak && headline.p < 1e-6 && headline.p >= 0)
    #expect(headline.tpr.allSatisfy { $0.value == 1 && $0.fp == 0 && $0.low < 1 && $0.low > 0.97 })
    #expect(measured.targets.allSatisfy { $0.auc.low < 1 && $0.auc.low > 0.95 })
  }

  @Test("of a constant score show nothing")
  func constant() {
    let measured = AttackMeasurement(
      scores: [[Double]](repeating: [Double](repeating: 3, count: 200), count: 8), membership: pool.membership,
      subjects: pool.subjects, aggregation: .mean, draws: pool.draws())
    #expect(measured.headline.auc.value == 0.5 && measured.headline.p == 1)
    #expect(measured.headline.verdict == .noLeakShown)
    #expect(measured.headline.tpr.allSatisfy { $0.value == 0 && $0.low == 0 && $0.high > 0 && $0.high < 0.03 })
  }

  @Test("of infinite scores are those of the largest and the smallest")
  func infinite() {
    func measured(_ top: Double) -> Headline {
      AttackMeasurement(
        scores: pool.scores.map { $0.map { $0 > 1 ? top : $0 < -1 ? -top : $0 } }, membership: pool.membership,
        subjects: pool.subjects, aggregation: .mean, draws: pool.draws()
      ).headline
    }
    #expect(measured(.infinity) == measured(1e300))
  }

  @Test("of a single target come from its subjects alone")
  func single() {
    let draws = BootstrapDraws(models: 1, subjects: 200, seed: 1)
    let measured = AttackMeasurement(
      scores: [pool.scores[0]], membership: Membership(rows: [Array(pool.membership.row(0))]), subjects: pool.subjects,
      aggregation: .mean, draws: draws)
    let headline = measured.headline
    let deLong = measured.targets[0].auc
    #expect(headline.auc.value == deLong.value)
    #expect(abs((headline.auc.high - headline.auc.low) / (deLong.high - deLong.low) - 1) < 0.15)
    #expect(headline.smallestResolved == 0.1)
  }

  @Test("of a target without non-members are undefined, and leave the others alone")
  func oneSided() {
    var rows = (0..<8).map { Array(pool.membership.row($0)) }
    rows[0] = [Bool](repeating: true, count: 200)
    let measured = AttackMeasurement(
      scores: pool.scores, membership: Membership(rows: rows), subjects: pool.subjects, aggregation: .mean,
      draws: pool.draws())
    #expect(measured.targets[0].auc.value.isNaN && measured.targets[0].tpr.allSatisfy { !$0.resolved })
    let others = (1..<8).map { ROC(scores: pool.scores[$0], truths: rows[$0]).auc }
    #expect(abs(measured.headline.auc.value - others.reduce(0, +) / 7) < 1e-12)
    #expect(measured.headline.auc.low < measured.headline.auc.value)
  }

  @Test("draw a curve that rises from the smallest resolved rate to 1 through the limits")
  func curve() throws {
    let measured = pool.measured()
    let curve = measured.curve(cell: "cell", attack: "loss")
    #expect(curve.cell == "cell" && curve.attack == "loss" && curve.fpr.count <= 400)
    #expect(curve.fpr.first == measured.headline.smallestResolved && curve.fpr.last == 1 && curve.tpr.last == 1)
    #expect(zip(curve.fpr, curve.fpr.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(curve.tpr, curve.tpr.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(curve.tpr.indices.allSatisfy { curve.low[$0] <= curve.tpr[$0] && curve.tpr[$0] <= curve.high[$0] })
    for point in measured.headline.tpr where point.resolved {
      let slot = try #require(curve.fpr.firstIndex(of: point.fprLimit))
      #expect(curve.tpr[slot] == point.value && curve.low[slot] == point.low && curve.high[slot] == point.high)
    }
  }
}
