import Foundation

/// Reads the reference values.
enum Golden {
  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let url = Bundle.module.bundleURL.appendingPathComponent("Golden/\(name).json")
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Value.self, from: Data(contentsOf: url))
  }

  /// The same to a relative 1e-9, or to 1e-15 near 0.
  static func agree(_ one: Double, _ other: Double) -> Bool {
    one == other || abs(one - other) <= 1e-9 * max(abs(one), abs(other)) || abs(one - other) < 1e-15
  }
}

/// The content of roc_metrics.json.
struct ROCGolden: Decodable, Sendable {
  struct Case: Decodable, Sendable {
    let label: [Int]
    let score: [Double]
    let expected: Expected
    var truths: [Bool] { label.map { $0 == 1 } }
  }
  struct Expected: Decodable, Sendable {
    let auc: Double
    let delongVar: Double?
    let delongCi95: [Double?]?
    let delongVarNumpy: Double?
    let tprAtFpr: [String: Point]
    let balancedAccuracyMax: Double
    let advantageMax: Double
    let rocPointsFprTpr: [[Double]]?
  }
  struct Point: Decodable, Sendable {
    let tpr: Double
    let fpr: Double
    let tp: Int
    let fp: Int
    let tprClopperPearson95: [Double]
  }
  struct Pair: Decodable, Sendable {
    let label: [Int]
    let score1: [Double]
    let score2: [Double]
    let expected: Comparison
  }
  struct Comparison: Decodable, Sendable {
    let auc1: Double
    let auc2: Double
    let pairedDelongZ: Double
    let pairedDelongPTwoSided: Double
    let pairedDiffCi95: [Double]
    let cov: Double
  }
  let cases: [String: Case]
  let pairs: [String: Pair]
}
