/// Why an account cannot be given.
public enum PrivacyError: Error, Equatable, CustomStringConvertible {
  /// A number that has no meaning where it stands.
  case outOfRange(name: String, value: Double, needed: String)
  /// A whole number that has no meaning where it stands.
  case countOutOfRange(name: String, value: Int, needed: String)
  /// No noise up to `noise` gives so small an epsilon.
  case unreachable(epsilon: Double, delta: Double, noise: Double, reached: Double)
  case nothingReleased
  /// Stages whose noise is settled cost more than there is.
  case fixedNoise(reached: Double, epsilon: Double, delta: Double)

  public var description: String {
    switch self {
    case .outOfRange(let name, let value, let needed): "\(name) is \(value) but must be \(needed)"
    case .countOutOfRange(let name, let value, let needed): "\(name) is \(value) but must be \(needed)"
    case .unreachable(let epsilon, let delta, let noise, let reached):
      """
      no noise up to \(noise) reaches epsilon \(epsilon) at delta \(delta): the least is \(reached); allow a larger \
      epsilon, or fewer steps
      """
    case .fixedNoise(let reached, let epsilon, let delta):
      """
      the stages whose noise is settled reach epsilon \(reached) at delta \(delta), more than the total of \(epsilon): \
      give them more noise or leave their noise to the plan
      """
    case .nothingReleased: "there is nothing to account for: name at least one mechanism with one step or more"
    }
  }

  static func check(delta: Double) throws(PrivacyError) {
    guard delta > 0, delta < 1 else {
      throw .outOfRange(name: "delta", value: delta, needed: "above 0 and below 1")
    }
  }

  static func check(epsilon: Double) throws(PrivacyError) {
    guard epsilon >= 0, epsilon.isFinite else {
      throw .outOfRange(name: "epsilon", value: epsilon, needed: "a finite number of 0 or more")
    }
  }

  static func check(noise: Double) throws(PrivacyError) {
    guard noise >= Mechanism.leastNoise, noise <= Mechanism.mostNoise else {
      throw .outOfRange(
        name: "noise", value: noise, needed: "from \(Mechanism.leastNoise) to \(Mechanism.mostNoise)")
    }
  }

  static func check(rate: Double) throws(PrivacyError) {
    guard rate > 0, rate <= 1 else {
      throw .outOfRange(name: "the sampling rate", value: rate, needed: "above 0 and at most 1")
    }
  }

  static func check(steps: Int) throws(PrivacyError) {
    guard (1...Release.mostSteps).contains(steps) else {
      throw .countOutOfRange(name: "steps", value: steps, needed: "from 1 to \(Release.mostSteps)")
    }
  }
}
