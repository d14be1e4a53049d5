import Findings

/// What private training promises, beside what was measured.
struct PromiseLine: Page {
  let epsilon: String
  let delta: String
  let isPerPerson: Bool
  let isPerClient: Bool
  let noise: String
  let steps: String
  let largestArea: String
  let isSecure: Bool
  /// Delta is so large that the promise is hardly one.
  let isLoose: Bool
  let units: String

  init(_ promise: PrivacyPromise) {
    epsilon = NumberStyle.epsilon(promise.epsilon)
    delta = NumberStyle.rate(promise.delta)
    isPerPerson = promise.unit == .subject
    isPerClient = promise.unit == .client
    noise = NumberStyle.fixed(promise.noise, decimals: 2)
    steps = NumberStyle.count(promise.steps)
    largestArea = NumberStyle.fixed(promise.largestArea, decimals: 3)
    isSecure = promise.secureNoise
    isLoose = promise.isLoose
    units = NumberStyle.count(promise.units)
  }
}
