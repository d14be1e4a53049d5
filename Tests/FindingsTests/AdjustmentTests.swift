import Findings
import Testing

@Suite("Corrections for several tests")
struct AdjustmentTests {
  private struct Table: Decodable {
    struct Row: Decodable {
      let p: [Double]
      let benjaminiHochberg: [Double]
      let holm: [Double]
      enum CodingKeys: String, CodingKey {
        case p, holm
        case benjaminiHochberg = "BH"
      }
    }
    let pAdjust: [Row]
  }

  @Test("agree with the reference values, in the order given")
  func golden() throws {
    let rows = try Golden.read("statistics", as: Table.self).pAdjust
    #expect(rows.count > 2)
    for row in rows {
      #expect(zip(Adjustment.holm(row.p), row.holm).allSatisfy { Golden.agree($0, $1) })
      #expect(zip(Adjustment.benjaminiHochberg(row.p), row.benjaminiHochberg).allSatisfy { Golden.agree($0, $1) })
    }
  }

  @Test("leave a single value as it is, and nothing as nothing")
  func few() {
    #expect(Adjustment.holm([0.3]) == [0.3] && Adjustment.benjaminiHochberg([0.3]) == [0.3])
    #expect(Adjustment.holm([]).isEmpty && Adjustment.benjaminiHochberg([]).isEmpty)
  }
}
