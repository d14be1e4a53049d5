import Maths
import Study

/// What is noted of a network after each epoch, and when training has gone on long enough.
final class Watch {
  private let network: Network
  private let outside: TrainingSet
  private let heldOut: TrainingSet?
  private let coins: Coins
  private(set) var curve: [CurvePoint] = []
  private var best: (loss: Double, epoch: Int, parameters: [Float])?

  init(network: Network, outside: TrainingSet, heldOut: TrainingSet?, coins: Coins) {
    (self.network, self.outside, self.heldOut, self.coins) = (network, outside, heldOut, coins)
  }

  /// Notes an epoch; true where `patience` epochs have brought no lower loss on the records held out.
  func note(_ epoch: Int, _ outcome: BatchLoss.Outcome, patience: Int?) -> Bool {
    coins.falling = false
    defer { coins.falling = true }
    let visited = Double(max(outcome.visited, 1))
    let others = outside.rows > 0 ? outside.measure(network) : nil
    curve.append(
      CurvePoint(
        epoch: epoch, visited: outcome.visited, loss: outcome.loss / visited, accuracy: Double(outcome.right) / visited,
        outsideLoss: others?.loss, outsideAccuracy: others?.accuracy))
    guard let patience, let heldOut else { return false }
    let loss = heldOut.measure(network).loss
    if loss < best?.loss ?? .infinity { best = (loss, epoch, network.parameters.elements) }
    return epoch - (best?.epoch ?? epoch) >= patience
  }

  /// Puts back the parameters of the lowest loss on the records held out, where there are such.
  func restoreBest() {
    best?.parameters.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { network.parameters.base.update(from: start, count: source.count) }
    }
  }
}
