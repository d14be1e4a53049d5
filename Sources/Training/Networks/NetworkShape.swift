/// The layers of a network and where their parameters lie in one array: all weights, then all biases.
package struct NetworkShape: Equatable, Sendable {
  let layers: [LayerShape]
  /// For each layer the start of each of its blocks of weights, inputs x outputs.
  let weights: [[Int]]
  /// For each layer the start of each of its blocks of biases.
  let biases: [[Int]]
  /// How many parameters are weights.
  package let weightCount: Int
  package let parameterCount: Int

  /// - Precondition: What leaves a layer enters the next.
  package init(layers: [LayerShape]) {
    precondition(zip(layers, layers.dropFirst()).allSatisfy { $0.outputs == $1.inputs })
    self.layers = layers
    var next = 0
    func starts(_ size: (Int, Int) -> Int) -> [[Int]] {
      layers.map { layer in
        layer.products.map { product in
          defer { next += size(product.inputs, product.outputs) }
          return next
        }
      }
    }
    weights = starts { $0 * $1 }
    weightCount = next
    biases = starts { $1 }
    parameterCount = next
  }

  /// Fully connected layers of these widths, the last of them the logits.
  package init(widths: [Int], activation: Activation, dropout: Double) {
    var layers: [LayerShape] = []
    for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
      let last = index == widths.count - 2
      layers.append(.dense(inputs: inputs, outputs: outputs, activation: last ? .none : activation))
      if !last, dropout > 0 { layers.append(.dropout(width: outputs, share: dropout)) }
    }
    self.init(layers: layers)
  }

  package var inputs: Int { layers.first?.inputs ?? 0 }
  var classes: Int { layers.last?.outputs ?? 0 }
  /// Multiplications a record of a pass forward.
  var multiplications: Int { layers.reduce(0) { $0 + $1.multiplications } }
}
