import Maths
import Study
import Testing

/// What a model says about true labels, from each kind of signal.
@Suite("Observations")
struct ObservationTests {
  private static func observation(
    _ kind: Signal.Kind, resolution: Double = 0, _ rows: [[Float]], labels: [Int]
  ) -> Observation {
    let matrix = Matrix(rows: rows.count, columns: rows[0].count, elements: rows.flatMap { $0 })
    return Observation(Signal(kind: kind, resolution: resolution, values: matrix), labels: labels)
  }

  @Test("two equal logits are a probability of one half and odds of 1")
  func equal() {
    let observation = Self.observation(.logits, [[3, 3]], labels: [1])
    #expect(observation.phi == [0])
    #expect(abs(observation.confidence[0] - 0.5) < 1e-15)
    #expect(abs(observation.logConfidence[0] + Elementary.log(2)) < 1e-15)
  }

  @Test("phi of logits is the label's logit minus the logarithm of the others' sum, without limit")
  func logits() {
    // Others: ln(e^1 + e^1) = 1 + ln 2.
    let observation = Self.observation(.logits, [[1, 6, 1], [300, 0, 300]], labels: [1, 1])
    #expect(abs(observation.phi[0] - (5 - Elementary.log(2))) < 1e-14)
    #expect(abs(observation.phi[1] - (-300 - Elementary.log(2))) < 1e-12)
    #expect(abs(observation.logConfidence[1] - observation.phi[1]) < 1e-12)
  }

  @Test("a sure model is told apart where its probability rounds to 1")
  func sure() {
    let observation = Self.observation(.logits, [[50, 0], [60, 0]], labels: [0, 0])
    #expect(observation.confidence == [1, 1])
    #expect(observation.phi == [50, 60])
    #expect(observation.logConfidence[0] < observation.logConfidence[1])
    #expect(observation.logConfidence[1] < 0)
  }

  @Test("votes are kept half a vote from certainty")
  func votes() {
    let observation = Self.observation(
      .votes, resolution: 0.125, [[1, 0], [0.75, 0.25], [0, 1]], labels: [0, 0, 0])
    // logit(7/8) = ln 7, logit(3/4) = ln 3, logit(1/8) = -ln 7.
    let logits = [Elementary.log(7), Elementary.log(3), -Elementary.log(7)]
    #expect(zip(observation.phi, logits).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(observation.confidence == [1, 0.75, 0])
  }

  @Test("exact probabilities of 0 and 1 give finite logarithms")
  func exact() {
    let observation = Self.observation(.probabilities, [[1, 0], [0, 1], [0.5, 0.5]], labels: [0, 0, 0])
    let floor = Elementary.log(1e-45)
    #expect(observation.phi == [-floor, floor, 0])
    #expect(observation.logConfidence == [0, floor, Elementary.log(0.5)])
  }

  @Test("probabilities give the phi of the logits they came from")
  func kinds() {
    let logits: [[Float]] = [[0.5, -1, 2], [3, 0, -2]]
    let exact = Self.observation(.logits, logits, labels: [2, 1])
    let signal = Signal(
      kind: .logits, resolution: 0, values: Matrix(rows: 2, columns: 3, elements: logits.flatMap { $0 }))
    let matrix = Matrix(rows: 2, columns: 3, elements: signal.probabilities().map(Float.init))
    let told = Observation(Signal(kind: .probabilities, resolution: 0, values: matrix), labels: [2, 1])
    // A Float keeps 24 bits of a probability.
    #expect(zip(exact.phi, told.phi).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(zip(exact.confidence, told.confidence).allSatisfy { abs($0 - $1) < 1e-7 })
  }
}
