import Maths
import Study
import Testing
import Training

@Suite("Output defences")
struct OutputDefenceTests {
  /// N random rows of probabilities over C classes.
  private func answers(_ records: Int, classes: Int) -> Signal {
    var stream = Maths.Stream(seed: 5, stream: 0)
    var elements: [Float] = []
    for _ in 0..<records {
      let row = (0..<classes).map { _ in stream.uniform() + 0.01 }
      elements += row.map { Float($0 / row.reduce(0, +)) }
    }
    return Signal(
      kind: .probabilities, resolution: 0, values: Matrix(rows: records, columns: classes, elements: elements))
  }

  private func rows(_ signal: Signal) -> [[Float]] { (0..<signal.values.rows).map { Array(signal.values.row($0)) } }

  @Test("top-k tells the k largest as they are, keeps the order and shares out what is left", arguments: [1, 3, 5, 9])
  func topK(k: Int) {
    let signal = answers(50, classes: 5)
    for (before, after) in zip(rows(signal), rows(TopK(k: k).release(signal, seed: 1))) {
      let order = before.indices.sorted { before[$0] > before[$1] }
      for label in order.prefix(k) { #expect(after[label] == before[label]) }
      for (larger, smaller) in zip(order, order.dropFirst()) { #expect(after[larger] >= after[smaller]) }
      #expect(Set(order.dropFirst(k).map { after[$0] }).count <= 1)
      #expect(abs(after.reduce(0, +) - 1) < 1e-5)
    }
  }

  @Test("labels only tells the likeliest label, of equal ones the first, and nothing of how likely it is")
  func labelsOnly() {
    let logits = Signal(
      kind: .logits, resolution: 0, values: Matrix(rows: 3, columns: 2, elements: [-9, 9, 0.1, 0.2, 4, 4]))
    let released = LabelsOnly().release(logits, seed: 1)
    #expect(released.values.elements == [0, 1, 0, 1, 1, 0] && released.kind == .probabilities)
    // A sure answer and a hesitant one look the same to an attack.
    let seen = Observation(released, labels: [1, 1, 1])
    #expect(seen.phi[0] == seen.phi[1] && seen.phi[0] > seen.phi[2] && seen.confidence == [1, 1, 0])
  }

  @Test("temperature changes no label, and sureness in one direction", arguments: [0.5, 1, 5])
  func temperature(of degree: Double) {
    let defence = Temperature(temperature: degree)
    let signal = answers(50, classes: 4)
    for (before, after) in zip(rows(signal), rows(defence.release(signal, seed: 1))) {
      let best = before.indices.max { before[$0] < before[$1] } ?? 0
      #expect(after.indices.allSatisfy { after[$0] <= after[best] } && abs(after.reduce(0, +) - 1) < 1e-5)
      if degree > 1 { #expect(after[best] < before[best]) }
      if degree < 1 { #expect(after[best] > before[best]) }
      if degree == 1 { #expect(abs(after[best] - before[best]) < 1e-6) }
    }
  }

  @Test("temperature is the same by logits and by the probabilities they stand for")
  func twoWays() {
    let logits = Signal(kind: .logits, resolution: 0, values: Matrix(rows: 1, columns: 3, elements: [1, -2, 0.5]))
    let told = Signal(
      kind: .probabilities, resolution: 0,
      values: Matrix(rows: 1, columns: 3, elements: logits.probabilities().map { Float($0) }))
    let defence = Temperature(temperature: 3)
    let (one, other) = (defence.release(logits, seed: 1), defence.release(told, seed: 1))
    #expect(one.kind == .logits)
    for (a, b) in zip(one.probabilities(), other.probabilities()) { #expect(abs(a - b) < 1e-6) }
  }

  /// Both kinds of noise at one setting, and the deviation of one draw.
  private func noises(_ draw: NoiseDraw, queries: Int) -> [(any Defence, deviation: Double)] {
    [
      (GaussianNoise(scale: 0.05, draw: draw, queries: queries), 0.05),
      (LaplaceNoise(scale: 0.05, draw: draw, queries: queries), 0.05 * 2.0.squareRoot()),
    ]
  }

  /// Answers of 1/2, whose noise is not cut off.
  private func halves(_ records: Int) -> Signal {
    Signal(
      kind: .probabilities, resolution: 0,
      values: Matrix(rows: records, columns: 2, elements: [Float](repeating: 0.5, count: 2 * records)))
  }

  @Test("noise drawn once a record is the same however often is asked, and another for each record and model")
  func onceARecord() {
    for (defence, _) in noises(.record, queries: 10) {
      let released = defence.release(halves(100), seed: 1)
      #expect(released == defence.release(halves(100), seed: 1))
      #expect(released != defence.release(halves(100), seed: 2))
      #expect(Set(released.values.elements).count == 200)
      // A record's noise does not depend on how many others are asked about.
      #expect(rows(released)[..<10] == rows(defence.release(halves(10), seed: 1))[...])
    }
    let one = GaussianNoise(scale: 0.05, draw: .record, queries: 1).release(halves(9), seed: 1)
    #expect(GaussianNoise(scale: 0.05, draw: .record, queries: 999).release(halves(9), seed: 1) == one)
  }

  @Test("noise has the scale that it says, and averaging over q queries leaves its root-q-th part", arguments: [1, 16])
  func averaged(queries: Int) {
    for (defence, deviation) in noises(.query, queries: queries) {
      let released = defence.release(halves(4_000), seed: 3)
      let noise = released.values.elements.map { Double($0) - 0.5 }
      let mean = noise.reduce(0, +) / 8_000
      let found = (noise.reduce(0) { $0 + $1 * $1 } / 8_000).squareRoot()
      let expected = deviation / Double(queries).squareRoot()
      // The deviation of 8,000 draws is known to 1 or 2 %.
      #expect(abs(found / expected - 1) < 0.06 && abs(mean) < 5 * expected / 8_000.0.squareRoot())
      #expect(abs(released.resolution - expected) < 1e-12)
    }
  }

  @Test("noisy answers stay in 0...1")
  func bounded() {
    let released = LaplaceNoise(scale: 2, draw: .record, queries: 1).release(halves(500), seed: 1)
    #expect(released.values.elements.allSatisfy { (0...1).contains($0) })
    #expect(released.values.elements.contains(0) && released.values.elements.contains(1))
  }
}
