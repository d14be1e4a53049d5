/// Where a training stood after an epoch.
public struct CurvePoint: Codable, Equatable, Sendable {
  /// From 1.
  public let epoch: Int
  /// Records met, each as often as it was.
  public let visited: Int
  /// The mean loss of the half in nats, as each record was met in the epoch: what was minimised.
  public let loss: Double
  /// The share of the half told right, likewise.
  public let accuracy: Double
  /// The mean cross-entropy in nats of records outside the half; nil where none was looked at.
  public let outsideLoss: Double?
  public let outsideAccuracy: Double?

  public init(epoch: Int, visited: Int, loss: Double, accuracy: Double, outsideLoss: Double?, outsideAccuracy: Double?)
  {
    self.epoch = epoch
    self.visited = visited
    self.loss = loss
    self.accuracy = accuracy
    self.outsideLoss = outsideLoss
    self.outsideAccuracy = outsideAccuracy
  }
}
