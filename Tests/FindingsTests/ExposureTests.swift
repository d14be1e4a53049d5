import Findings
import Maths
import Study
import Testing

@Suite("Exposure by record")
struct ExposureTests {
  /// Members of a few records are found with their own rate, of the others with another; non-members with a third.
  private struct Planted {
    var scores: [[Double]] = []
    let membership: Membership
    let rates: [Double]

    init(models: Int, records: Int, exposed: Int, rate: Double, others: Double, wrong: Double = 0.005, seed: UInt64) {
      let pool = SyntheticPool(models: models, subjects: records, gap: 0, seed: seed)
      membership = pool.membership
      rates = (0..<records).map { $0 < exposed ? rate : others }
      var stream = Stream(seed: seed, stream: 9)
      for model in 0..<models {
        scores.append(
          (0..<records).map { record in
            let isMember = pool.membership.contains(model: model, record: record)
            let isFound = stream.uniform() < (isMember ? rates[record] : wrong)
            return (isFound ? 10 : 0) + stream.uniform()
          })
      }
    }

    var records: RecordExposure {
      RecordExposure(
        scores: scores, membership: membership, subjects: Array(rates.indices), fprLimit: 0.01)
    }
  }

  private func all(_ count: Int, _ group: (Int) -> Int, _ names: [String], _ attribute: String = "g") -> Partition {
    Partition(attribute: attribute, isClass: false, names: names, groupOfSubject: (0..<count).map(group))
  }

  @Test("recovers planted rates better shrunk than bare, and covers them")
  func recovery() throws {
    let planted = Planted(models: 32, records: 600, exposed: 60, rate: 0.8, others: 0.1, seed: 4)
    let records = planted.records
    #expect(records.models.allSatisfy { $0 == 16 })
    var (shrunk, bare, covered) = (0.0, 0.0, 0)
    for record in planted.rates.indices {
      let truth = planted.rates[record]
      let own = Double(records.found[record]) / 16
      shrunk += (records.estimate(record) - truth) * (records.estimate(record) - truth)
      bare += (own - truth) * (own - truth)
      if records.interval(record).contains(truth) { covered += 1 }
    }
    #expect(shrunk < bare)
    #expect(covered > 540)
    #expect(Set(records.most(40)).isSubset(of: Set(0..<60)))
    let exposure = Exposure(attack: "loss", records: records, partitions: [])
    #expect(abs(exposure.mean - 0.17) < 0.02 && exposure.weight > 0.5 && exposure.stability > 0.6)
    #expect(exposure.histogram.reduce(0, +) == 600 && exposure.histogram.count == 21)
    let half = try #require(exposure.above.first { $0.threshold == 0.5 })
    #expect(abs(half.share - 0.1) < 0.02)
    #expect(exposure.quantiles.map(\.value) == exposure.quantiles.map(\.value).sorted())
  }

  @Test("tells records apart by nothing where all are found alike")
  func alike() {
    let exposure = Exposure(
      attack: "loss",
      records: Planted(models: 32, records: 600, exposed: 0, rate: 0, others: 0.15, seed: 8).records, partitions: [])
    #expect(exposure.weight < 0.2 && abs(exposure.stability) < 0.12)
    #expect(exposure.above.last.map { $0.share < 0.001 } == true)
  }

  @Test("finds the group that is found more often, and no other")
  func groups() throws {
    let planted = Planted(models: 16, records: 400, exposed: 100, rate: 0.4, others: 0.1, seed: 2)
    let exposure = Exposure(
      attack: "loss", records: planted.records,
      partitions: [
        all(400, { $0 < 100 ? 0 : 1 }, ["exposed", "others"]), all(400, { $0 % 2 }, ["even", "odd"], "h"),
        all(400, { _ in 0 }, ["only"], "i"),
      ])
    #expect(exposure.partitions.map(\.attribute) == ["g", "h"])
    let (g, h) = (exposure.partitions[0].groups, exposure.partitions[1].groups)
    #expect(g.allSatisfy { $0.p < 0.001 } && h.allSatisfy { $0.p > 0.05 })
    #expect(g[0].found.low > g[1].found.high && g[0].subjects == 100 && g[0].found.level == 1 - 0.05 / 4)
    #expect((g + h).allSatisfy { $0.found.low < $0.found.value && $0.found.value < $0.found.high })
    #expect(g[0].found.method == .clopperPearsonClustered)
  }

  @Test("says which groups it hides and gives no number of them")
  func hidden() throws {
    let planted = Planted(models: 8, records: 100, exposed: 10, rate: 0.9, others: 0.1, seed: 2)
    let partition = all(100, { $0 < 5 ? 0 : $0 < 20 ? 1 : 2 }, ["few", "next", "many"])
    let shown = try #require(
      Exposure(attack: "loss", records: planted.records, partitions: [partition]).partitions.first)
    #expect(shown.suppressed == ["few", "next"] && shown.groups.map(\.name) == ["many"])
  }

  @Test("of a group that is never found has an interval of some width")
  func never() throws {
    let planted = Planted(models: 8, records: 200, exposed: 100, rate: 0.5, others: 0, wrong: 0.05, seed: 6)
    let partition = all(200, { $0 < 100 ? 0 : 1 }, ["some", "none"])
    let group = try #require(
      Exposure(attack: "loss", records: planted.records, partitions: [partition]).partitions.first?.groups.last)
    #expect(group.found.value == 0 && group.found.low == 0 && group.found.high > 0.02)
  }

  @Test("groups numbers into quarters, few values and levels as they are, and what is missing by itself")
  func partitions() {
    func groups(_ column: Column, _ count: Int) -> [String: Int] {
      let partition = Partition(column: column, rows: Array(0..<count), subjects: Array(0..<count))
      return partition.groupOfSubject.reduce(into: [:]) { $0[partition.names[$1], default: 0] += 1 }
    }
    let ages = Column(name: "age", values: .numbers((0..<40).map { Float($0) }, missing: (0..<40).map { $0 > 37 }))
    #expect(
      groups(ages, 40)
        == ["up to 9": 10, "over 9 to 18": 9, "over 18 to 28": 10, "over 28": 9, "missing": 2])
    let flags = Column(name: "f", values: .numbers([0, 1, 1, 0], missing: [false, false, false, false]))
    #expect(groups(flags, 4) == ["0": 2, "1": 2])
    let sex = Column(name: "sex", values: .codes([0, 0, 2], levels: ["m", "x", "w"]))
    #expect(groups(sex, 3) == ["m": 2, "w": 1])
    let many = Column(
      name: "many", values: .codes((0..<40).map { Int32(min($0, 19)) }, levels: (0..<20).map(String.init)))
    let merged = groups(many, 40)
    #expect(merged.count == 12 && merged["19"] == 21 && merged["all others"] == 9)
    // A subject's group is that of its first record.
    let partition = Partition(column: sex, rows: [2, 0, 1], subjects: [0, 0, 1])
    #expect(partition.groupOfSubject == [1, 0] && partition.names == ["m", "w"])
  }
}
