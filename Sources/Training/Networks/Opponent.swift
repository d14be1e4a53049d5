import CKernels
import Maths
import Study

/// A network that learns to tell a half's answers from others', and that the defended network learns to fool.
///
/// It sees the probabilities and the label, and has one hidden layer of 64.
///
/// - Source: Nasr, Shokri and Houmansadr, "Machine learning with membership privacy using adversarial regularization",
///   2018, algorithm 1.
final class Opponent {
  private static let hidden = 64
  private static let rate = 0.001

  private let weight: Float
  private let classes: Int
  private let network: Network
  private let stepper: Stepper
  private let loss: BatchLoss
  private let others: TrainingSet
  private let labels: Buffer<Int32>
  private let answers: Buffer<Float>
  private let otherLabels: Buffer<Int32>
  private var stream: Maths.Stream

  /// - Parameter others: Records of the half that are kept from training, for the answers of others.
  init(weight: Double, others: TrainingSet, classes: Int, batch: Int, path: KernelPath, seed: UInt64) {
    (self.weight, self.others, self.classes) = (Float(weight), others, classes)
    network = Network(
      shape: NetworkShape(widths: [2 * classes, Self.hidden, 2], activation: .relu, dropout: 0), batch: batch,
      path: path)
    network.initialise(seed: seed ^ Maths.Stream.golden)
    stepper = Stepper(network: network, optimiser: .adam, decay: 0)
    loss = BatchLoss(.init(), classes: 2)
    labels = Buffer(batch, filledWith: 0)
    otherLabels = Buffer(batch, filledWith: 0)
    answers = Buffer(batch * classes, filledWith: 0)
    stream = Maths.Stream(seed: seed, stream: 4)
  }

  /// Adds to the defended network's gradient what raises the opponent's loss on the half.
  func oppose(_ defended: Network, rows: Int, labels truth: UnsafeMutablePointer<Int32>) {
    probabilities(defended, rows: rows)
    enter(truth, rows: rows, member: true)
    pass(rows: rows, toInputs: true)
    // By the logits: p_j (g_j - sum of p g), where g is the gradient of what the opponent loses.
    for row in 0..<rows {
      let (p, g) = (answers.base + row * classes, network.inputDelta + row * 2 * classes)
      var mean: Float = 0
      for index in 0..<classes { mean += p[index] * g[index] }
      let gradient = defended.delta + row * classes
      for index in 0..<classes { gradient[index] -= weight * p[index] * (g[index] - mean) }
    }
    network.collect(rows: rows, scale: 0.5 / Float(rows))
  }

  /// Trains the opponent on the answers of ``oppose(_:rows:labels:)`` and on as many about others.
  func learn(_ defended: Network, rows: Int) {
    for index in 0..<rows {
      let row = stream.below(others.rows)
      others.copy(row, to: defended.inputs + index * others.columns)
      otherLabels.base[index] = others.labels.base[row]
    }
    defended.forward(rows: rows)
    probabilities(defended, rows: rows)
    enter(otherLabels.base, rows: rows, member: false)
    pass(rows: rows, toInputs: false)
    network.collect(rows: rows, scale: 0.5 / Float(rows), adding: true)
    stepper.step(rate: Self.rate)
  }

  private func pass(rows: Int, toInputs: Bool) {
    network.forward(rows: rows)
    _ = loss.differentiate(network, rows: rows, targets: .init(labels: labels.base), epoch: 1)
    network.backward(rows: rows, toInputs: toInputs)
  }

  private func enter(_ truth: UnsafeMutablePointer<Int32>, rows: Int, member: Bool) {
    network.inputs.update(repeating: 0, count: rows * 2 * classes)
    for row in 0..<rows {
      let input = network.inputs + row * 2 * classes
      input.update(from: answers.base + row * classes, count: classes)
      input[classes + Int(truth[row])] = 1
      labels.base[row] = member ? 1 : 0
    }
  }

  private func probabilities(_ defended: Network, rows: Int) {
    for row in 0..<rows {
      let (logits, p) = (defended.logits + row * classes, answers.base + row * classes)
      var peak = logits[0]
      for index in 1..<max(classes, 1) { peak = max(peak, logits[index]) }
      for index in 0..<classes { p[index] = logits[index] - peak }
      rk_exp(defended.path.code, classes, p, p)
      var sum: Float = 0
      for index in 0..<classes { sum += p[index] }
      for index in 0..<classes { p[index] /= sum }
    }
  }
}
