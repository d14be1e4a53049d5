import Maths
import Study

/// A walk through the records of a half, batch by batch, in a new order each epoch.
final class Descent {
  private let network: Network
  private let records: TrainingSet
  private let loss: BatchLoss
  private let stepper: Stepper
  private let order: Buffer<Int>
  private let labels: Buffer<Int32>
  private let others: Buffer<Int32>
  private let mixing: Beta?
  private let opponent: Opponent?
  private var stream: Maths.Stream
  private var mixes: Maths.Stream

  init(network: Network, records: TrainingSet, plan: DescentPlan, opponent: Opponent?, seed: UInt64) {
    (self.network, self.records, self.opponent) = (network, records, opponent)
    loss = BatchLoss(plan.objective, classes: network.shape.classes)
    stepper = Stepper(network: network, optimiser: plan.optimiser, decay: plan.decay)
    mixing = plan.objective.mixing > 0 ? Beta(a: plan.objective.mixing, b: plan.objective.mixing) : nil
    order = Buffer(Array(0..<records.rows), filler: 0)
    labels = Buffer(network.batch, filledWith: 0)
    others = Buffer(network.batch, filledWith: 0)
    stream = Maths.Stream(seed: seed, stream: 1)
    mixes = Maths.Stream(seed: seed, stream: 3)
  }

  /// Visits every record once.
  ///
  /// - Parameters:
  ///   - epoch: From 1.
  ///   - rate: The step size for a share of the epoch that is done.
  func epoch(_ epoch: Int, rate: (_ done: Double) -> Double) -> BatchLoss.Outcome {
    let rows = records.rows
    for last in stride(from: rows - 1, to: 0, by: -1) {
      let other = stream.below(last + 1)
      (order.base[last], order.base[other]) = (order.base[other], order.base[last])
    }
    var total = BatchLoss.Outcome()
    for start in stride(from: 0, to: rows, by: network.batch) {
      let count = min(network.batch, rows - start)
      let targets = gather(start, count)
      network.forward(rows: count)
      let outcome = loss.differentiate(network, rows: count, targets: targets, epoch: epoch)
      opponent?.oppose(network, rows: count, labels: labels.base)
      network.backward(rows: count)
      network.collect(rows: count, scale: 1 / Float(count))
      stepper.step(rate: rate(Double(start) / Double(rows)))
      opponent?.learn(network, rows: count)
      total += outcome
    }
    return total
  }

  /// Copies a batch into the network's inputs, each record mixed with the one across the batch where mixing is asked for.
  ///
  /// - Source: Zhang et al., "mixup: Beyond empirical risk minimization", 2018.
  private func gather(_ start: Int, _ count: Int) -> BatchLoss.Targets {
    let columns = records.columns
    for index in 0..<count {
      let row = order.base[start + index]
      records.copy(row, to: network.inputs + index * columns)
      labels.base[index] = records.labels.base[row]
    }
    guard let mixing else { return BatchLoss.Targets(labels: labels.base) }
    let share = Float(mixing.quantile(mixes.uniform()))
    for index in 0..<count {
      let row = order.base[start + (count - 1 - index)]
      others.base[index] = records.labels.base[row]
      let (mixed, other) = (network.inputs + index * columns, records.inputs.base + row * columns)
      for column in 0..<columns { mixed[column] = share * mixed[column] + (1 - share) * other[column] }
    }
    return BatchLoss.Targets(labels: labels.base, others: others.base, share: share)
  }
}

/// What a descent minimises, and its steps.
struct DescentPlan {
  var objective: NetworkRecipe.Objective
  var optimiser: Optimiser
  var schedule: Schedule
  var rate: Double
  /// L2 on weights.
  var decay: Double
  var epochs: Int
}
