/// Which records each model of a pool was trained on: K models x N records, in complementary pairs.
public struct Membership: Equatable, Sendable {
  public let models: Int
  public let records: Int
  private let rows: [[Bool]]

  /// - Precondition: each row holds one truth a record.
  public init(rows: [[Bool]]) {
    models = rows.count
    records = rows.first?.count ?? 0
    precondition(rows.allSatisfy { [records] in $0.count == records })
    self.rows = rows
  }

  /// Whether `model` saw `record` in training.
  public func contains(model: Int, record: Int) -> Bool { rows[model][record] }

  /// One model's N truths.
  public func row(_ model: Int) -> ArraySlice<Bool> { rows[model][...] }

  /// The same as an array, which is not copied.
  public func truths(ofModel model: Int) -> [Bool] { rows[model] }

  /// The model trained on the other half of `model`'s pair.
  public static func complement(of model: Int) -> Int { model ^ 1 }

  /// The other model of `model`'s pair where it was trained on exactly the other records, else nil.
  public func trueComplement(of model: Int) -> Int? {
    let other = Self.complement(of: model)
    guard other < models, zip(row(model), row(other)).allSatisfy({ $0 != $1 }) else { return nil }
    return other
  }

  /// The same matrix with the two models of a pair exchanged.
  public func swappingHalves(ofPair pair: Int) -> Membership {
    var rows = rows
    rows.swapAt(2 * pair, 2 * pair + 1)
    return Membership(rows: rows)
  }
}
