import Maths
import Study
import Testing

/// What whole rows come to, worked by hand.
@Suite("Whole rows")
struct RowSummaryTests {
  private static func rows(_ kind: Signal.Kind, _ values: [Float], labels: [Int]) -> RowSummary {
    let matrix = Matrix(rows: labels.count, columns: values.count / labels.count, elements: values)
    return RowSummary(Signal(kind: kind, resolution: 0, values: matrix), labels: labels)
  }

  @Test("of equal answers the first counts as the label given")
  func ties() {
    let rows = Self.rows(.probabilities, [0.5, 0.5, 0.5, 0.5], labels: [0, 1])
    #expect(rows.correctness == [1, 0])
    #expect(rows.largest == [0.5, 0.5])
    #expect(rows.hinge == [0, 0])
  }

  @Test("entropies are minus those of the papers, and certain answers give 0 or the floor")
  func entropies() {
    let rows = Self.rows(.probabilities, [0.5, 0.25, 0.25, 1, 0, 0, 0, 1, 0], labels: [0, 0, 0])
    let ln2 = Elementary.log(2)
    #expect(abs(rows.negativeEntropy[0] + 1.5 * ln2) < 1e-15)
    // 0.5 ln 0.5 + 2 * 0.25 ln 0.75
    #expect(abs(rows.negativeModifiedEntropy[0] - (0.5 * Elementary.log(0.5) + 0.5 * Elementary.log(0.75))) < 1e-15)
    #expect(rows.negativeEntropy[1] == 0 && rows.negativeModifiedEntropy[1] == 0)
    // Surely wrong: ln of the floor for the true label and for the one that was sure.
    #expect(abs(rows.negativeModifiedEntropy[2] - 2 * Elementary.log(1e-30)) < 1e-12)
  }

  @Test("logits are softened for probabilities, not for the hinge")
  func logits() {
    let rows = Self.rows(.logits, [3, 1, 1], labels: [0])
    let e2 = Elementary.exp(2)
    #expect(abs(rows.largest[0] - e2 / (e2 + 2)) < 1e-15)
    #expect(rows.hinge == [2])
  }

  @Test("they are made only where asked for")
  func asked() {
    let signal = Signal(kind: .logits, resolution: 0, values: Matrix(rows: 1, columns: 2, elements: [0, 1]))
    #expect(Observation(signal, labels: [1]).rows == nil)
    #expect(Observation(signal, labels: [1], wholeRows: true).rows == RowSummary(signal, labels: [1]))
  }
}
