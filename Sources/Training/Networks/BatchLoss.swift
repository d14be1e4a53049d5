import CKernels
import Maths
package import Study

/// The loss of a batch and its gradient by the logits, for any mixture of what ``NetworkRecipe/Objective`` adds.
package struct BatchLoss {
  private let objective: NetworkRecipe.Objective
  private let classes: Int
  /// The share of a target that its label keeps; the rest is shared by all, or by the other classes.
  private let kept: Float
  /// What each class gets of a target whatever its label.
  private let spread: Float
  private let plain: Bool

  /// What a batch came to.
  package struct Outcome {
    /// Summed over the records, in nats.
    package var loss = 0.0
    package var right = 0
    package var visited = 0

    package static func += (total: inout Outcome, part: Outcome) {
      total.loss += part.loss
      total.right += part.right
      total.visited += part.visited
    }
  }

  package init(_ objective: NetworkRecipe.Objective, classes: Int) {
    self.objective = objective
    self.classes = classes
    var (kept, spread) = (1 - objective.smoothing, objective.smoothing / Double(classes))
    if let share = objective.targetEntropy {
      let label = Self.label(ofTargetEntropy: share, classes: classes)
      // The label's own share is `kept + spread`.
      (kept, spread) = ((label * Double(classes) - 1) / Double(classes - 1), (1 - label) / Double(classes - 1))
    }
    (self.kept, self.spread) = (Float(kept), Float(spread))
    plain = objective == NetworkRecipe.Objective()
  }

  /// The label's probability in the target whose entropy is `share` of ln C, all others equal.
  ///
  /// - Source: Chen and Pattabiraman, "Overconfidence is a dangerous thing", 2024, section 4.2.
  package static func label(ofTargetEntropy share: Double, classes: Int) -> Double {
    guard classes > 1 else { return 1 }
    let wanted = share * Elementary.log(Double(classes))
    func entropy(_ label: Double) -> Double {
      let other = (1 - label) / Double(classes - 1)
      func term(_ p: Double) -> Double { p > 0 ? -p * Elementary.log(p) : 0 }
      return term(label) + Double(classes - 1) * term(other)
    }
    var (low, high) = (1 / Double(classes), 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if entropy(middle) >= wanted { low = middle } else { high = middle }
    }
    return low
  }

  /// The records of a batch: each belongs to its label by `share`, and by the rest to another's.
  package struct Targets {
    package let labels: UnsafeMutablePointer<Int32>
    /// Nil where nothing is mixed.
    var others: UnsafeMutablePointer<Int32>?
    var share: Float = 1

    package init(
      labels: UnsafeMutablePointer<Int32>, others: UnsafeMutablePointer<Int32>? = nil, share: Float = 1
    ) {
      (self.labels, self.others, self.share) = (labels, others, share)
    }
  }

  /// Stores the gradient of the summed loss by the logits in the network's ``Network/delta``.
  ///
  /// - Parameter epoch: From 1; relaxation climbs in even epochs.
  package func differentiate(_ network: Network, rows: Int, targets: Targets, epoch: Int) -> Outcome {
    var outcome = Outcome()
    rk_softmax_gradient(
      network.path.code, rows, classes, network.logits, targets.labels, network.delta, &outcome.loss)
    outcome.right = right(network, rows: rows, labels: targets.labels)
    outcome.visited = rows
    guard !plain else { return outcome }
    for row in 0..<rows {
      let gradient = network.delta + row * classes
      let label = Int(targets.labels[row])
      // Back to probabilities, then less the target.
      gradient[label] += 1
      if objective.confidencePenalty > 0 { penalise(gradient, network.logits + row * classes) }
      gradient[label] -= kept * targets.share
      if let others = targets.others { gradient[Int(others[row])] -= kept * (1 - targets.share) }
      for index in 0..<classes { gradient[index] -= spread }
    }
    if let floor = objective.relaxation { relax(network, rows, targets.labels, outcome.loss, floor, epoch) }
    return outcome
  }

  private func right(_ network: Network, rows: Int, labels: UnsafeMutablePointer<Int32>) -> Int {
    var right = 0
    for row in 0..<rows {
      let logits = network.logits + row * classes
      var best = 0
      for index in 1..<max(classes, 1) where logits[index] > logits[best] { best = index }
      if best == Int(labels[row]) { right += 1 }
    }
    return right
  }

  /// Adds the gradient of minus `confidencePenalty` times the entropy to the probabilities in `gradient`.
  ///
  /// - Source: Pereyra et al., "Regularizing neural networks by penalizing confident output distributions", 2017.
  private func penalise(_ gradient: Floats, _ logits: Floats) {
    let row = (0..<classes).map { Double(logits[$0]) }
    let sum = Elementary.logSumExp(row)
    let logs = row.map { $0 - sum }
    let entropy = -(0..<classes).reduce(0.0) { $0 + Double(gradient[$1]) * logs[$1] }
    for index in 0..<classes {
      let p = Double(gradient[index])
      gradient[index] = Float(p + objective.confidencePenalty * p * (logs[index] + entropy))
    }
  }

  /// Once the batch's mean loss is below the floor: climbs in even epochs; in odd ones levels the answers that are right.
  ///
  /// - Source: Chen, Yu and Fritz, "RelaxLoss: Defending membership inference attacks without losing utility", 2022,
  ///   algorithm 1.
  private func relax(
    _ network: Network, _ rows: Int, _ labels: UnsafeMutablePointer<Int32>, _ loss: Double, _ floor: Double,
    _ epoch: Int
  ) {
    guard loss / Double(rows) < floor else { return }
    for row in 0..<rows {
      let (gradient, logits) = (network.delta + row * classes, network.logits + row * classes)
      let label = Int(labels[row])
      if epoch.isMultiple(of: 2) {
        for index in 0..<classes { gradient[index] = -gradient[index] }
      } else if (0..<classes).allSatisfy({ logits[$0] <= logits[label] }) {
        let other = -gradient[label] / Float(max(classes - 1, 1))
        for index in 0..<classes where index != label { gradient[index] -= other }
        gradient[label] = 0
      }
    }
  }
}
