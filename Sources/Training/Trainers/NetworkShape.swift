/// The widths of a network's layers and where their parameters lie in one array: all weights, then all biases.
struct NetworkShape: Sendable {
  /// Inputs, hidden units, classes.
  let widths: [Int]
  /// The start of each layer's weights, inputs x outputs.
  let weights: [Int]
  /// The start of each layer's biases.
  let biases: [Int]
  /// How many parameters are weights.
  let weightCount: Int
  let parameterCount: Int

  init(widths: [Int]) {
    self.widths = widths
    var next = 0
    var weights: [Int] = []
    for layer in 1..<widths.count {
      weights.append(next)
      next += widths[layer - 1] * widths[layer]
    }
    weightCount = next
    var biases: [Int] = []
    for layer in 1..<widths.count {
      biases.append(next)
      next += widths[layer]
    }
    self.weights = weights
    self.biases = biases
    parameterCount = next
  }

  var layers: Int { widths.count - 1 }
}
