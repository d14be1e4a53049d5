import Maths
import Study

/// Differentially private training: each record joins a step by a coin of its own, adds at most `clip` to its gradient,
/// and noise of `noise` times that is added to the sum.
///
/// A person with several records joins as one, by a record drawn anew each time.
///
/// - Source: Abadi et al., "Deep learning with differential privacy", 2016, algorithm 1, with Poisson sampling as the
///   accountants assume; the division is by the expected size of a batch.
package final class PrivateDescent {
  private let network: Network
  private let records: TrainingSet
  private let privacy: NetworkRecipe.PrivateTraining
  private let loss: BatchLoss
  private let stepper: Stepper
  /// The rows of each record or person.
  private let units: [[Int]]
  private let norms: Buffer<Float>
  private let labels: Buffer<Int32>
  private var source: NoiseSource
  private let clipping: Clipping

  /// What a test may leave out on purpose, to show that an audit sees it.
  package struct Clipping: Sendable {
    package var clips = true
    package var noiseScale: Float = 1
    package init(clips: Bool = true, noiseScale: Float = 1) { (self.clips, self.noiseScale) = (clips, noiseScale) }
  }

  init(
    network: Network, records: TrainingSet, units: [[Int]], privacy: NetworkRecipe.PrivateTraining, plan: DescentPlan,
    source: NoiseSource, clipping: Clipping = Clipping()
  ) {
    (self.network, self.records, self.units, self.privacy) = (network, records, units, privacy)
    (self.source, self.clipping) = (source, clipping)
    loss = BatchLoss(plan.objective, classes: network.shape.classes)
    stepper = Stepper(network: network, optimiser: privacy.optimiser == .adam ? .adam : .descent, decay: plan.decay)
    norms = Buffer(network.batch, filledWith: 0)
    labels = Buffer(network.batch, filledWith: 0)
  }

  func epoch(_ epoch: Int, rate: (_ done: Double) -> Double) -> BatchLoss.Outcome {
    let steps = privacy.stepsAnEpoch
    var total = BatchLoss.Outcome()
    for step in 0..<steps {
      total += self.step(epoch, rate: rate(Double(step) / Double(steps)))
    }
    return total
  }

  private func step(_ epoch: Int, rate: Double) -> BatchLoss.Outcome {
    let drawn = source.draw(of: units.count, rate: privacy.samplingRate)
    let scale = 1 / Float(max(1, privacy.samplingRate * Double(units.count)))
    let (path, parameters) = (network.path, network.shape.parameterCount)
    let gradient = network.memory.gradient.base
    var total = BatchLoss.Outcome()
    if drawn.isEmpty { gradient.update(repeating: 0, count: parameters) }
    for start in stride(from: 0, to: drawn.count, by: network.batch) {
      let count = min(network.batch, drawn.count - start)
      for index in 0..<count {
        let rows = units[drawn[start + index]]
        let row = rows.count == 1 ? rows[0] : rows[source.below(rows.count)]
        records.copy(row, to: network.inputs + index * records.columns)
        labels.base[index] = records.labels.base[row]
      }
      network.forward(rows: count)
      let outcome = loss.differentiate(network, rows: count, targets: .init(labels: labels.base), epoch: epoch)
      network.backward(rows: count)
      if clipping.clips { network.clip(rows: count, to: Float(privacy.clip), norms: norms.base) }
      network.collect(rows: count, scale: scale, adding: start > 0)
      total += outcome
    }
    let deviation = Float(privacy.noise * privacy.clip) * scale * clipping.noiseScale
    if deviation > 0 { source.addNormals(parameters, scale: deviation, to: gradient, path: path) }
    stepper.step(rate: rate)
    return total
  }
}

extension NoiseSource {
  /// Which of `count` units join a step, each by a coin that falls so with probability `rate`; ascending.
  package mutating func draw(of count: Int, rate: Double) -> [Int] {
    guard rate < 1 else { return Array(0..<count) }
    // How many miss before the next joins is geometric: one number a unit that joins.
    let scale = 1 / Elementary.log1p(-rate)
    var (drawn, next): ([Int], Double) = ([], 0)
    while true {
      next += (Elementary.log1p(-uniform()) * scale).rounded(.down)
      guard next < Double(count) else { return drawn }
      drawn.append(Int(next))
      next += 1
    }
  }
}
