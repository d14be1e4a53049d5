import Maths
import Study
import Testing

/// What an observation makes of a model's whole answer, worked by hand.
@Suite("Whole answers")
struct WholeRowTests {
  private static func observation(
    _ kind: Signal.Kind, resolution: Double = 0, _ rows: [[Float]], labels: [Int]
  ) -> Observation {
    let matrix = Matrix(rows: rows.count, columns: rows[0].count, elements: rows.flatMap { $0 })
    return Observation(Signal(kind: kind, resolution: resolution, values: matrix), labels: labels)
  }

  @Test("of equal answers the first counts as the label given")
  func ties() {
    let answers = Self.observation(.probabilities, [[0.5, 0.5], [0.5, 0.5]], labels: [0, 1])
    #expect(answers.isCorrect == [true, false])
    #expect(answers.maxConfidence == [0.5, 0.5])
    #expect(answers.hinge == [0, 0])
  }

  @Test("entropies are minus those of the papers; a certain answer gives 0, a certain error the floor")
  func entropies() {
    let answers = Self.observation(
      .probabilities, [[0.5, 0.25, 0.25], [1, 0, 0], [0, 1, 0]], labels: [0, 0, 0])
    let ln2 = Elementary.log(2)
    #expect(abs(answers.entropy[0] + 1.5 * ln2) < 1e-15)
    // 0.5 ln 0.5 + 2 * 0.25 ln 0.75
    #expect(abs(answers.modifiedEntropy[0] - (0.5 * Elementary.log(0.5) + 0.5 * Elementary.log(0.75))) < 1e-15)
    #expect(answers.entropy[1] == 0 && answers.modifiedEntropy[1] == 0)
    // ln of the floor for the true label and for the one that was sure.
    #expect(abs(answers.modifiedEntropy[2] - 2 * Elementary.log(1e-30)) < 1e-12)
  }

  @Test("logits become probabilities, but the hinge stays in nats")
  func logits() {
    let answers = Self.observation(.logits, [[3, 1, 1], [1, 3, 1], [400, 0, 0]], labels: [0, 0, 0])
    let e2 = Elementary.exp(2)
    #expect(answers.maxConfidence.prefix(2).allSatisfy { abs($0 - e2 / (e2 + 2)) < 1e-15 })
    #expect(answers.hinge == [2, -2, 400])
    #expect(answers.isCorrect == [true, false, true])
    #expect(answers.entropy[2] <= 0 && answers.entropy[2] > -1e-100)
  }

  @Test("the hinge of shares is that of their logarithms, kept half a vote from certainty")
  func shares() {
    let answers = Self.observation(.votes, resolution: 0.125, [[1, 0, 0], [0.5, 0.25, 0.25]], labels: [0, 0])
    #expect(abs(answers.hinge[0] - Elementary.log(7)) < 1e-15)
    #expect(abs(answers.hinge[1] - Elementary.log(2)) < 1e-15)
  }

  @Test("what is not given is what a model of two classes would say")
  func two() {
    let told = Self.observation(.probabilities, [[0.75, 0.25], [0.25, 0.75]], labels: [0, 0])
    let made = Observation(confidence: told.confidence, logConfidence: told.logConfidence, phi: told.phi)
    #expect(made.maxConfidence == told.maxConfidence && made.isCorrect == told.isCorrect)
    #expect(made.entropy == told.entropy && made.modifiedEntropy == told.modifiedEntropy)
    #expect(zip(made.hinge, told.hinge).allSatisfy { abs($0 - $1) < 1e-15 })
  }
}
