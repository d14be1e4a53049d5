import Foundation
import Testing

@Suite("rollcall metrics")
struct MetricsTests {
  private static let golden = Program.root.appendingPathComponent("Tests/FindingsTests/Golden/roc_metrics.json")

  @Test("prints every reference value under its own name", arguments: ["cases", "pairs"])
  func golden(kind: String) throws {
    let program = try Program()
    let all = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: Self.golden)) as? [String: Any])
    let cases = try #require(all[kind] as? [String: [String: Any]])
    #expect(cases.count == (kind == "cases" ? 16 : 5))
    for (name, one) in cases {
      let columns = ["label", "score", "score_1", "score_2"].compactMap { column in
        (one[column] as? [Any]).map { (column, $0) }
      }
      let rows = (0..<columns[0].1.count).map { row in columns.map { "\($0.1[row])" }.joined(separator: ",") }
      let header = columns.map(\.0).joined(separator: ",")
      let file = try program.write(([header] + rows).joined(separator: "\n"), to: "\(name).csv")
      let end = try program.run("metrics", file, "--json")
      #expect(end.status == 0 && end.errors.isEmpty, "\(end.errors)")
      let found = try JSONSerialization.jsonObject(with: Data(end.output.utf8))
      let expected = try #require(one["expected"])
      #expect(Self.misses(found, expected, at: name).isEmpty)
    }
  }

  /// Where the reference is not met, to a relative 1e-9.
  private static func misses(_ found: Any?, _ expected: Any, at place: String) -> [String] {
    switch (found, expected) {
    case (let found as [String: Any], let expected as [String: Any]):
      return expected.flatMap { misses(found[$0.key], $0.value, at: "\(place).\($0.key)") }
    case (let found as [Any], let expected as [Any]) where found.count == expected.count:
      return zip(found, expected).enumerated().flatMap { misses($1.0, $1.1, at: "\(place)[\($0)]") }
    case (is NSNull, is NSNull): return []
    case (let found as Double, let expected as Double):
      let isMet = abs(found - expected) <= max(1e-9 * max(abs(found), abs(expected)), 1e-15)
      return isMet ? [] : ["\(place): \(found) for \(expected)"]
    default: return ["\(place): \(String(describing: found)) for \(expected)"]
    }
  }

  @Test("calls undefined what is, and prints a table for people")
  func undefined() throws {
    let program = try Program()
    let members = try program.write("label, score\ntrue, inf\nTrue, -inf\n", to: "members.csv")
    let end = try program.run("metrics", members, "--json")
    #expect(end.status == 0 && end.output.contains("\"auc\" : null") && end.output.contains("\"tpr\" : null"))
    let table = try program.run("metrics", members)
    #expect(table.status == 0 && table.output.contains("2 members, 0 non-members"))
  }

  @Test("refuses what is no label or no score in one sentence that says where")
  func refused() throws {
    let program = try Program()
    for (text, says) in [
      ("label,score\n2,0.5\n", "line 2"), ("label,score\n1,nan\n", "'nan'"), ("label,score\n1,0x1p3\n", "0x1p3"),
      ("label,points\n1,2\n", "score"), ("label,score\n", "no record"), ("label,score\n1,\n", "no score"),
    ] {
      let end = try program.run("metrics", try program.write(text, to: "bad.csv"))
      #expect(end.status == 2 && end.output.isEmpty && end.errors.contains(says), "\(end.errors)")
      #expect(end.errors.split(separator: "\n").count == 1)
    }
  }
}
