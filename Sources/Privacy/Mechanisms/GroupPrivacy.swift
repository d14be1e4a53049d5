import Maths

/// What a guarantee for one record is worth for a group of records, such as all of one person.
public struct GroupPrivacy: Equatable, Sendable {
  public let epsilon: Double
  /// Never above 1.
  public let delta: Double

  /// - Parameters:
  ///   - epsilon: For one record, 0 or more.
  ///   - delta: For one record, 0...1.
  ///   - size: Records in the group, 1 or more.
  ///
  /// - Source: k epsilon and the sum over i < k of e^(i epsilon) delta: Vadhan, "The complexity of differential
  ///   privacy", 2017, lemma 2.2.
  public init(epsilon: Double, delta: Double, size: Int) throws(PrivacyError) {
    try PrivacyError.check(epsilon: epsilon)
    guard delta >= 0, delta <= 1 else { throw .outOfRange(name: "delta", value: delta, needed: "from 0 to 1") }
    guard size >= 1 else { throw .countOutOfRange(name: "the group's size", value: size, needed: "1 or more") }
    self.epsilon = Double(size) * epsilon
    let terms =
      epsilon == 0 ? Double(size) : Elementary.expm1(Double(size) * epsilon) / Elementary.expm1(epsilon)
    self.delta = delta == 0 ? 0 : min(1, delta * terms)
  }
}
