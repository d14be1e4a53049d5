import Files
import Findings
import Foundation
import Study
import Testing

@Suite("An audit reads of its evidence")
struct AuditEvidenceTests {
  private func results(_ program: Program, _ name: String = "out") throws -> Results {
    try ResultsFile.results(try program.read("\(name)/results.json"), path: name)
  }

  private func attack(_ id: String, in results: Results) throws -> AttackResult {
    try #require(results.cells[0].attacks.first { $0.id == id })
  }

  private func scores(_ program: Program, _ name: String, _ attack: String) throws -> [Double] {
    guard case .float64(let values) = try program.scores(name).array(named: "t0__\(attack)").elements else { return [] }
    return values
  }

  /// The table with all but each row's `count` largest probabilities left empty; the four classes have different ones.
  private func best(_ count: Int, of rows: [[String]]) -> String {
    rows.enumerated().map { place, row in
      guard place > 0 else { return row.joined(separator: ",") }
      let order = row[3...].indices.sorted { (Double(row[$1]) ?? 0, $0) < (Double(row[$0]) ?? 0, $1) }
      let kept = Set(order.prefix(count))
      return row.indices.map { $0 < 3 || kept.contains($0) ? row[$0] : "" }.joined(separator: ",")
    }.joined(separator: "\n")
  }

  /// 120 records of 4 classes; of every sixth the true label is the least likely.
  private static let rows: [[String]] = {
    var rows = [["id", "member", "label", "p_0", "p_1", "p_2", "p_3"]]
    for record in 0..<120 {
      let top = 0.5 + 0.003 * Double(record % 60) + (record < 60 ? 0.05 : 0)
      let answers = [top, (1 - top) * 0.6, (1 - top) * 0.3, (1 - top) * 0.1].map { String(format: "%.6f", $0) }
      rows.append(["r\(record)", record < 60 ? "1" : "0", record % 6 == 0 ? "3" : "0"] + answers)
    }
    return rows
  }()

  /// 400 records of 2 classes, half of them members, who are somewhat surer.
  private static let many: [[String]] =
    [["id", "member", "label", "p_0", "p_1"]]
    + (0..<400).map { record in
      let own = 0.3 + 0.0015 * Double(record * 7_919 % 400) + (record % 2 == 0 ? 0.08 : 0)
      return ["r\(record)", record % 2 == 0 ? "1" : "0", "0"] + [own, 1 - own].map { String(format: "%.6f", $0) }
    }

  @Test("the best few probabilities: what they settle equals what all of them give, the rest is not tried")
  func topK() throws {
    let program = try Program()
    try program.write(Self.rows.map { $0.joined(separator: ",") }.joined(separator: "\n"), to: "all.csv")
    for count in 1...3 { try program.write(best(count, of: Self.rows), to: "top\(count).csv") }
    for name in ["all", "top1", "top2", "top3"] {
      let end = try program.run("audit", "\(name).csv", "--scores", "--output", name)
      #expect(end.status == 0, "\(end.errors)")
    }
    for name in ["top1", "top2", "top3"] {
      let found = try results(program, name)
      for id in ["max-confidence", "correctness"] {
        #expect(try scores(program, name, id) == scores(program, "all", id), "\(name), \(id)")
      }
      #expect(try attack("max-confidence", in: found).access == .topK)
      #expect(try attack("correctness", in: found).access == .labels)
      // The true label is among none of these for every sixth record.
      for id in ["loss", "confidence", "hinge"] {
        let result = try attack(id, in: found)
        #expect(result.status == .unavailable && result.reason?.contains("20 records") == true, "\(result)")
      }
      for id in ["entropy", "modified-entropy", "logit-margin"] {
        #expect(try attack(id, in: found).status == .unavailable)
      }
    }
  }

  @Test("the true label's probability where the best few always hold it")
  func ownProbability() throws {
    let program = try Program()
    let rows = Self.rows.filter { $0[2] != "3" }
    try program.write(rows.map { $0.joined(separator: ",") }.joined(separator: "\n"), to: "all.csv")
    for count in 1...2 { try program.write(best(count, of: rows), to: "top\(count).csv") }
    for name in ["all", "top1", "top2"] {
      #expect(try program.run("audit", "\(name).csv", "--scores", "--output", name).status == 0)
    }
    #expect(try scores(program, "top1", "loss") == scores(program, "all", "loss"))
    #expect(try scores(program, "top2", "hinge") == scores(program, "all", "hinge"))
    #expect(try attack("hinge", in: results(program, "top1")).reason?.contains("2 best") == true)
  }

  @Test("best few that cannot be the best, are more in some rows, or are to be normalised: refused with the row")
  func notBest() throws {
    let program = try Program()
    let good = best(2, of: Self.rows).split(separator: "\n").map(String.init)
    for (line, says, more) in [
      ("r8,1,0,0.3,0.1,,", "0.4", []), ("r8,1,0,0.9,0.2,,", "1.1", []), ("r8,1,0,0.6,0.3,0.05,", "3 of 4", []),
      ("r8,1,0,,,,", "0 of 4", []), (good[9], "--normalise", ["--normalise"]),
    ] {
      var lines = good
      lines[9] = line
      try program.write(lines.joined(separator: "\n"), to: "a.csv")
      let end = try program.start(["audit", "a.csv", "--output", "out"] + more).end()
      #expect(end.status == 2 && end.errors.contains(says), "\(line): \(end.errors)")
      #expect(end.errors.contains(more.isEmpty ? "line 10" : "line 2"), "\(end.errors)")
    }
  }

  @Test("groups: who is found in each, small ones suppressed with one more, names made harmless")
  func groups() throws {
    let program = try Program()
    let names = ["<30", "-1", "\u{202E}abc"]
    // 196, 196 and 8 records: the least is hidden, and with it another that would give it away.
    let rows = Self.many.enumerated().map { place, row in
      row + [place == 0 ? "group" : names[place > 392 ? 2 : place / 2 % 2]]
    }
    try program.write(rows.map { $0.joined(separator: ",") }.joined(separator: "\n"), to: "a.csv")
    let end = try program.run("audit", "a.csv", "--output", "out")
    #expect(end.status == 0, "\(end.errors)")
    let cell = try results(program).cells[0]
    let exposure = try #require(cell.exposure)
    #expect(exposure.attack == cell.headlineAttack && exposure.models == 1 && exposure.weight == 0)
    #expect(exposure.above.allSatisfy { $0.share.isNaN } && exposure.stability.isNaN)
    // One class alone is no partition.
    #expect(exposure.partitions.map(\.attribute) == ["group"])
    let group = exposure.partitions[0]
    #expect(group.suppressed.contains("U+202Eabc") && group.suppressed.count == 2 && group.groups.count == 1)
    #expect(["\u{FF1C}30", "\u{2212}1"].contains(group.groups[0].name) && group.groups[0].subjects == 196)
    let page = String(decoding: try program.read("out/report.html"), as: UTF8.self)
    #expect(page.contains(group.groups[0].name) && !page.contains("<30") && !page.contains("\u{202E}"))
  }

  @Test("any false-positive rates, and the one that the verdict rests on")
  func rates() throws {
    let program = try Program()
    try program.write(Self.many.map { $0.joined(separator: ",") }.joined(separator: "\n"), to: "a.csv")
    let usual = try program.run("audit", "a.csv", "--output", "usual", "--attacks", "loss")
    let other = try program.run("audit", "a.csv", "--output", "other", "--attacks", "loss", "--fpr", "0.25,0.02,0.5")
    #expect(usual.status == 0 && other.status == 0, "\(other.errors)")
    let one = try attack("loss", in: results(program, "usual"))
    let two = try attack("loss", in: results(program, "other"))
    let decisive = try #require(one.headline?.smallestResolved ?? nil)
    #expect(one.headline?.p == two.headline?.p && two.headline?.smallestResolved == decisive)
    #expect(two.headline?.tpr.map(\.fprLimit) == [0.02, 0.25, 0.5, decisive].sorted())
    #expect(two.headline?.tpr.map(\.resolved) == [0.02, 0.25, 0.5, decisive].sorted().map { $0 >= decisive })
    #expect(two.headline?.tpr.first { $0.fprLimit == decisive } == one.headline?.tpr.first { $0.fprLimit == decisive })
    // Of 200 non-members half may be accused.
    #expect(two.headline?.tpr.last.map { (81...100).contains($0.fp) } == true)
  }

  /// A file of an array in another byte order and with the first index running fastest.
  private static func foreign(_ array: NPYArray) -> [UInt8] {
    let strides = array.shape.indices.map { array.shape[($0 + 1)...].reduce(1, *) }
    let order = (0..<array.elements.count).map { place in
      var (left, source) = (place, 0)
      for (length, stride) in zip(array.shape, strides) {
        source += left % length * stride
        left /= length
      }
      return source
    }
    let words: [UInt64]
    let kind: String
    switch array.elements {
    case .float64(let values): (words, kind) = (values.map(\.bitPattern), ">f8")
    case .float32(let values): (words, kind) = (values.map { Double($0).bitPattern }, ">f8")
    case .int64(let values): (words, kind) = (values.map { UInt64(bitPattern: $0) }, ">i8")
    case .bool(let values): (words, kind) = (values.map { $0 ? 1 : 0 }, ">i8")
    case .uint8(let values): (words, kind) = (values.map(UInt64.init), ">i8")
    }
    let shape = "(" + array.shape.map { "\($0), " }.joined() + ")"
    var header = "{'descr': '\(kind)', 'fortran_order': True, 'shape': \(shape), }"
    header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes += [UInt8(header.utf8.count & 0xFF), UInt8(header.utf8.count >> 8)] + Array(header.utf8)
    for source in order { bytes += (0..<8).map { UInt8(truncatingIfNeeded: words[source] >> UInt64(56 - 8 * $0)) } }
    return bytes
  }

  @Test("arrays in big-endian and Fortran order as what they hold")
  func byteOrder() throws {
    let program = try Program()
    try program.write(try AuditFiles.signals(), to: "a.npz")
    var writer = NPZWriter()
    for name in ["logits", "labels", "membership", "population_logits", "population_labels"] {
      writer.add(Self.foreign(try AuditFiles.array(name)), as: name)
    }
    try program.write(writer.bytes(), to: "b.npz")
    for name in ["a", "b"] {
      let end = try program.run(
        "audit", "\(name).npz", "--attacks", "loss,lira-online,attack-p", "--targets", "3", "--output", name)
      #expect(end.status == 0, "\(end.errors)")
    }
    #expect(try results(program, "a").cells[0].attacks == results(program, "b").cells[0].attacks)
  }

  @Test("features of a set's records and population, for quantile regression; without them it says what is missing")
  func features() throws {
    let program = try Program()
    let (count, population) = (80, 1_200)
    func column(_ record: Int) -> Float { Float(record * 37 % 101) / 101 }
    func logits(_ records: Int, members: Range<Int>) -> [Float] {
      var values: [Float] = []
      for record in 0..<records {
        let gain: Float = members.contains(record) ? 2 : 0
        let noise = Float(record * 53 % 97) / 97
        values += [0, 2 * column(record) + gain + noise]
      }
      return values
    }
    func array(_ shape: [Int], _ values: [Float]) -> NPYArray { NPYArray(shape: shape, elements: .float32(values)) }
    func archive(_ names: [String]) -> [UInt8] {
      var writer = NPZWriter()
      func labels(_ count: Int) -> NPYArray {
        NPYArray(shape: [count], elements: .int64([Int64](repeating: 1, count: count)))
      }
      let answers = logits(count, members: 0..<40) + logits(count, members: 40..<80)
      let outside = logits(population, members: 0..<0)
      let arrays: [(String, NPYArray)] = [
        ("logits", array([2, count, 2], answers)), ("labels", labels(count)),
        ("membership", NPYArray(rows: [(0..<count).map { $0 < 40 }, (0..<count).map { $0 >= 40 }])),
        ("population_logits", array([2, population, 2], outside + outside)), ("population_labels", labels(population)),
        ("features", array([count, 1], (0..<count).map(column))),
        ("population_features", array([population, 1], (0..<population).map(column))),
      ]
      for (name, array) in arrays where !names.contains(name) { writer.add(array, as: name) }
      return writer.bytes()
    }
    func audit(without names: [String]) throws -> Program.End {
      try program.write(archive(names), to: "a.npz")
      return try program.run("audit", "a.npz", "--attacks", "quantile,loss", "--output", "out")
    }
    #expect(try audit(without: []).status == 0)
    let area = try #require(try attack("quantile", in: results(program)).headline?.auc.value)
    #expect(area > (try #require(try attack("loss", in: results(program)).headline?.auc.value)))
    #expect(try audit(without: ["features", "population_features"]).status == 0)
    let reason = try #require(try attack("quantile", in: results(program)).reason)
    #expect(reason.contains("features [N, D]") && reason.contains("population_features [Z, D]"))
    let half = try audit(without: ["features"])
    #expect(half.status == 2 && half.errors.contains("there is no array 'features'"), "\(half.errors)")
  }
}
