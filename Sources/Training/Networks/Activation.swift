import CKernels
import Maths

/// What a layer makes of its sums.
public enum Activation: String, Codable, CaseIterable, Sendable {
  /// The sums themselves: the last layer's logits.
  case none
  /// The larger of the sum and 0.
  case relu
  case tanh

  func apply(_ values: Floats, count: Int, path: KernelPath) {
    switch self {
    case .none: break
    case .relu: rk_relu(path.code, count, values)
    case .tanh: rk_tanh(path.code, count, values)
    }
  }

  /// From the gradient by the activated values to that by the sums.
  func differentiate(_ delta: Floats, activated: Floats, count: Int, path: KernelPath) {
    switch self {
    case .none: break
    case .relu: rk_relu_gradient(path.code, count, activated, delta)
    case .tanh: rk_tanh_gradient(path.code, count, activated, delta)
    }
  }
}
