/// What trying all private settings of one model costs, were they all trained on the records of one client.
///
/// Choosing among trained models spends privacy too: the promise of the chosen one alone holds only where the choice was
/// made on other records.
public struct SweepCost: Codable, Equatable, Sendable {
  public var dataset: String
  public var model: String
  public var unit: PrivacyPromise.Unit
  /// Different private settings.
  public var settings: Int
  /// Of all together, composed.
  @Exact public var epsilon: Double
  @Exact public var delta: Double
  /// The largest that one of them promises alone.
  @Exact public var largest: Double

  public init(
    dataset: String, model: String, unit: PrivacyPromise.Unit, settings: Int, epsilon: Double, delta: Double,
    largest: Double
  ) {
    self.dataset = dataset
    self.model = model
    self.unit = unit
    self.settings = settings
    self.epsilon = epsilon
    self.delta = delta
    self.largest = largest
  }
}
