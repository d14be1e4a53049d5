import CKernels
import Maths

/// How a network's parameters follow the gradient.
public enum Optimiser: String, Codable, CaseIterable, Sendable {
  /// - Source: Kingma and Ba, "Adam: A method for stochastic optimization", 2015, algorithm 1.
  case adam
  /// Gradient descent that keeps 0.9 of its last step.
  case momentum
  /// Plain gradient descent.
  case descent
}

/// How the step size changes as training goes on.
public enum Schedule: String, Codable, CaseIterable, Sendable {
  case constant
  /// Falls evenly to 0.
  case linear
  /// A tenth from half of the training on, a hundredth from three quarters.
  case steps

  /// The share of the first step size after `done` of the steps, in 0...1.
  func factor(_ done: Double) -> Double {
    switch self {
    case .constant: 1
    case .linear: 1 - done
    case .steps: done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01
    }
  }
}

/// What an optimiser remembers, and its steps.
final class Stepper {
  private static let beta1 = 0.9
  private static let beta2 = 0.999
  private static let epsilon: Float = 1e-8
  private static let momentum: Float = 0.9

  private let network: Network
  private let optimiser: Optimiser
  private let decay: Float
  private let first: Buffer<Float>
  private let second: Buffer<Float>
  /// beta1 and beta2 to the power of the steps made.
  private var powers = (1.0, 1.0)

  init(network: Network, optimiser: Optimiser, decay: Double) {
    (self.network, self.optimiser, self.decay) = (network, optimiser, Float(decay))
    first = Buffer(network.shape.parameterCount, filledWith: 0)
    second = Buffer(optimiser == .adam ? network.shape.parameterCount : 0, filledWith: 0)
  }

  /// Moves the parameters by the network's gradient; weights decay, biases do not.
  func step(rate: Double) {
    powers = (powers.0 * Self.beta1, powers.1 * Self.beta2)
    let (weights, all) = (network.shape.weightCount, network.shape.parameterCount)
    update(0, weights, rate: rate, decay: decay)
    update(weights, all - weights, rate: rate, decay: 0)
  }

  private func update(_ start: Int, _ count: Int, rate: Double, decay: Float) {
    let (gradient, parameters) = (network.memory.gradient.base + start, network.parameters.base + start)
    switch optimiser {
    case .adam:
      let step = rk_adam_step(
        rate: Float(rate / (1 - powers.0)), root_scale: Float(1 / (1 - powers.1).squareRoot()),
        beta1: Float(Self.beta1), beta2: Float(Self.beta2), epsilon: Self.epsilon, decay: decay)
      rk_adam(network.path.code, count, step, gradient, parameters, first.base + start, second.base + start)
    case .momentum, .descent:
      rk_sgd(
        network.path.code, count, Float(rate), optimiser == .momentum ? Self.momentum : 0, decay, gradient, parameters,
        first.base + start)
    }
  }
}
