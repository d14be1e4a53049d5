import Maths
import Study
import Testing
import Training

@Suite("Logistic regression of one-hot inputs")
struct MixedObjectiveTests {
  /// Records of levels mostly, some numbers missing; `asNumbers` tells each level as a column of 0 and 1.
  private static func records(asNumbers: Bool) -> Records {
    var stream = Maths.Stream(seed: 9, stream: 0)
    let count = 400
    let heights = (0..<count).map { _ in Float(stream.uniform()) }
    let missing = (0..<count).map { _ in stream.uniform() < 0.1 }
    let codes = (0..<4).map { _ in (0..<count).map { _ in Int32(stream.below(9)) } }
    let labels = (0..<count).map { row in
      stream.uniform() < 0.2 ? stream.below(2) : (Int(codes[0][row]) + Int(codes[1][row])) % 9 < 4 ? 1 : 0
    }
    var columns = [
      Column(name: "height", values: .numbers(zip(heights, missing).map { $1 ? 0 : $0 }, missing: missing))
    ]
    for (place, own) in codes.enumerated() {
      if asNumbers {
        for level in 0..<9 {
          columns.append(
            Column(
              name: "\(place) \(level)",
              values: .numbers(own.map { $0 == level ? 1 : 0 }, missing: own.map { _ in false })))
        }
      } else {
        columns.append(Column(name: "\(place)", values: .codes(own, levels: (0..<9).map { "\($0)" })))
      }
    }
    return Records(columns: columns, labels: labels, classes: ["no", "yes"], subjects: Array(0..<count))
  }

  private let rows = Array(stride(from: 0, to: 400, by: 2))

  @Test("finds what the same inputs as numbers lead to")
  func same() throws {
    let trainer = LogisticRegression.standard
    let answers = try [false, true].map { asNumbers in
      let records = Self.records(asNumbers: asNumbers)
      return try trainer.train(on: records, rows: rows, recipe: trainer.recipe, seed: 1).signal(for: records).values
    }
    let apart = zip(answers[0].elements, answers[1].elements).map { abs($0 - $1) }.max() ?? .infinity
    #expect(apart < 2e-3 && answers[0].elements.contains { abs($0) > 1 }, "\(apart)")
  }

  @Test("gives the same bits on every path")
  func paths() throws {
    let (records, trainer) = (Self.records(asNumbers: false), LogisticRegression.standard)
    let all = try KernelPath.allCases.filter(\.isSupported).map {
      try trainer.train(on: records, rows: rows, recipe: trainer.recipe, path: $0)
    }
    for model in all { #expect(model.weights == all[0].weights && model.biases == all[0].biases) }
    #expect(all.count > 1 || KernelPath.allCases.count == 1)
  }

  @Test("scales levels by counts as it scales numbers")
  func scales() {
    let (coded, numbered) = (Self.records(asNumbers: false), Self.records(asNumbers: true))
    let one = Preparation.standardising(coded, rows: rows).matrix(of: coded.design, rows: rows)
    let other = Preparation.standardising(numbered.design, rows: rows).matrix(of: numbered.design, rows: rows)
    #expect(zip(one.elements, other.elements).allSatisfy { abs($0 - $1) < 1e-5 })
  }
}
