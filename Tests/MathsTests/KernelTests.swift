import CKernels
import Maths
import Testing

@Suite("Kernels")
struct KernelTests {
  static let paths = KernelPath.allCases.filter(\.isSupported)
  /// No multiple of any lane count.
  static let count = 1003

  @Test("have a path on every CPU, the best of those supported")
  func best() {
    #expect(KernelPath.scalar.isSupported)
    #expect(KernelPath.best == Self.paths.last)
    #expect(KernelPath.best.code == rk_best_path())
  }

  @Test("give the same bits on every path", arguments: paths)
  func bits(path: KernelPath) {
    #expect(everything(path) == everything(.scalar))
  }

  @Test("raise e to a power as the Float64 function does", arguments: paths)
  func exponential(path: KernelPath) {
    let powers = numbers(5000, seed: 1).map { $0 * 87 } + [0, -87, 88, -1e-8]
    var found = powers
    rk_exp(path.code, powers.count, powers, &found)
    for (power, value) in zip(powers, found) {
      let wanted = Float(Elementary.exp(Double(power)))
      #expect(abs(value - wanted) <= 2 * wanted.ulp, "e^\(power)")
    }
  }

  @Test("hold powers at the ends of the range")
  func ends() {
    var found: [Float] = [0, 0, 0, 0]
    rk_exp(rk_scalar, 4, [-1000, -87, 1000, 88], &found)
    #expect(found[0] == found[1] && found[2] == found[3])
  }

  @Test("give softmax, its gradient and the loss of the labels", arguments: paths)
  func softmax(path: KernelPath) {
    for classes in [1, 2, 3, 16, 37] {
      let (rows, logits) = (9, numbers(9 * classes, seed: 4).map { $0 * 8 })
      let labels = (0..<rows).map { Int32($0 % classes) }
      var gradient = logits
      var loss = 0.0
      rk_softmax_gradient(path.code, rows, classes, logits, labels, &gradient, &loss)
      var wanted = 0.0
      for row in 0..<rows {
        let own = logits[row * classes..<(row + 1) * classes].map(Double.init)
        let sum = Elementary.logSumExp(own)
        wanted += sum - own[Int(labels[row])]
        for label in 0..<classes {
          let share = Elementary.exp(own[label] - sum) - (label == Int(labels[row]) ? 1 : 0)
          #expect(abs(Double(gradient[row * classes + label]) - share) < 1e-6)
        }
      }
      #expect(abs(loss - wanted) < 1e-5)
    }
  }

  @Test("keep positive values and their gradients only")
  func rectifier() {
    var values: [Float] = [-1, 0, 2, -3, 5]
    var deltas: [Float] = [1, 2, 3, 4, 5]
    rk_relu(rk_scalar, 5, &values)
    rk_relu_gradient(rk_scalar, 5, values, &deltas)
    #expect(values == [0, 0, 2, 0, 5])
    #expect(deltas == [0, 0, 3, 0, 5])
  }

  @Test("add a row to rows and add rows up")
  func rowsAndColumns() {
    var values: [Float] = [1, 2, 3, 4, 5, 6]
    rk_add_row(rk_scalar, 2, 3, [10, 20, 30], &values)
    #expect(values == [11, 22, 33, 14, 25, 36])
    var sums: [Float] = [9, 9, 9]
    rk_column_sums(rk_scalar, 2, 3, 0.5, values, &sums)
    #expect(sums == [12.5, 23.5, 34.5])
  }

  @Test("make the first step of Adam as long as the rate, against the sign of the gradient and the decay")
  func adam() {
    // After one step both means are the gradient's, so the step is rate * g / (|g| + epsilon).
    let step = rk_adam_step(
      rate: 0.1 / (1 - 0.9), root_scale: 1 / Float(1 - 0.999).squareRoot(), beta1: 0.9, beta2: 0.999, epsilon: 1e-8,
      decay: 2)
    var (weights, first, second): ([Float], [Float], [Float]) = ([1, 1, 1], [0, 0, 0], [0, 0, 0])
    rk_adam(rk_scalar, 3, step, [3, -3, -2], &weights, &first, &second)
    // Gradients with decay: 5, -1 and 0.
    #expect(abs(weights[0] - 0.9) < 1e-5 && abs(weights[1] - 1.1) < 1e-5 && weights[2] == 1)
  }

  @Test("descend with momentum and decay")
  func descent() {
    var (weights, velocity): ([Float], [Float]) = ([1], [4])
    rk_sgd(rk_scalar, 1, 0.5, 0.25, 2, [3], &weights, &velocity)
    // 0.25 * 4 + 3 + 2 * 1 = 6; 1 - 0.5 * 6 = -2.
    #expect(velocity == [6] && weights == [-2])
  }

  /// The bits that every kernel leaves behind.
  private func everything(_ path: KernelPath) -> [UInt32] {
    let (count, code) = (Self.count, path.code)
    var (a, b, c) = (numbers(count, seed: 1), numbers(count, seed: 2), numbers(count, seed: 3).map(abs))
    var bits: [UInt32] = []
    let step = rk_adam_step(rate: 0.01, root_scale: 1.5, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, decay: 0.1)
    rk_adam(code, count, step, numbers(count, seed: 4), &a, &b, &c)
    bits += (a + b + c).map(\.bitPattern)
    rk_sgd(code, count, 0.1, 0.9, 0.01, c, &a, &b)
    bits += (a + b).map(\.bitPattern)
    rk_exp(code, count, b.map { $0 * 80 }, &c)
    bits += c.map(\.bitPattern)
    rk_relu_gradient(code, count, a, &b)
    rk_relu(code, count, &a)
    rk_add_row(code, 17, 59, c, &a)
    bits += (a + b).map(\.bitPattern)
    rk_column_sums(code, 17, 59, 0.3, a, &c)
    bits += c.map(\.bitPattern)
    for classes in [2, 16, 59] {
      var loss = 0.0
      rk_softmax_gradient(code, 17, classes, b, (0..<17).map { Int32($0 % classes) }, &a, &loss)
      bits += a.map(\.bitPattern) + [UInt32(truncatingIfNeeded: loss.bitPattern)]
    }
    return bits
  }
}
