import Maths
import Study
import Testing
import Training

@Suite("A network's passes")
struct NetworkTests {
  static let image = ImageShape(height: 6, width: 5, channels: 2)
  /// Each kind of layer, on odd sizes.
  static let shapes: [(String, [LayerShape])] = [
    (
      "dense",
      [.dense(inputs: 7, outputs: 5, activation: .tanh), .dense(inputs: 5, outputs: 3, activation: .none)]
    ),
    (
      "convolution",
      [
        .convolution(image, channels: 9, activation: .tanh),
        .convolution(ImageShape(height: 6, width: 5, channels: 9), channels: 3, activation: .none),
        .pooling(ImageShape(height: 6, width: 5, channels: 3)),
        .dense(inputs: 18, outputs: 3, activation: .none),
      ]
    ),
    (
      "residual",
      [
        .convolution(image, channels: 8, activation: .relu),
        .residual(ImageShape(height: 6, width: 5, channels: 8)),
        .dense(inputs: 240, outputs: 3, activation: .none),
      ]
    ),
  ]
  private static let rows = 5

  @Test("give the gradient that small changes of the loss show", arguments: shapes)
  func gradient(name: String, layers: [LayerShape]) {
    let (network, labels) = made(layers)
    let count = network.shape.parameterCount
    step(network, labels, rows: Self.rows)
    network.collect(rows: Self.rows, scale: 1)
    let gradient = network.memory.gradient.elements
    let largest = gradient.map { abs($0) }.max() ?? 0
    var far = 0
    for index in stride(from: 0, to: count, by: max(1, count / 97)) {
      let kept = network.parameters.base[index]
      func loss(_ change: Float) -> Double {
        network.parameters.base[index] = kept + change
        return step(network, labels, rows: Self.rows)
      }
      let slope = (loss(0.0002) - loss(-0.0002)) / 0.0004
      network.parameters.base[index] = kept
      // Where a rectifier or a pooling changes sides in between, the slope is another.
      if abs(slope - Double(gradient[index])) > 0.02 * Double(largest) { far += 1 }
    }
    #expect(largest > 0.01 && far <= 5, "\(name): \(far) of about 97 differ")
  }

  @Test("clip by the norm that a record's gradient has when it stands alone", arguments: shapes)
  func clipping(name: String, layers: [LayerShape]) {
    let (network, labels) = made(layers)
    let count = network.shape.parameterCount
    let clip: Float = 0.5
    var expected = [Double](repeating: 0, count: count)
    let inputs = Array(UnsafeBufferPointer(start: network.inputs, count: Self.rows * network.shape.inputs))
    var norms: [Double] = []
    for row in 0..<Self.rows {
      for column in 0..<network.shape.inputs { network.inputs[column] = inputs[row * network.shape.inputs + column] }
      step(network, labels + row, rows: 1)
      network.collect(rows: 1, scale: 1)
      let gradient = network.memory.gradient.elements.map(Double.init)
      let norm = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
      norms.append(norm)
      for index in 0..<count { expected[index] += gradient[index] * min(1, Double(clip) / norm) }
    }
    for (index, value) in inputs.enumerated() { network.inputs[index] = value }
    step(network, labels, rows: Self.rows)
    var room = [Float](repeating: 0, count: Self.rows)
    room.withUnsafeMutableBufferPointer { room in
      if let base = room.baseAddress { network.clip(rows: Self.rows, to: clip, norms: base) }
    }
    network.collect(rows: Self.rows, scale: 1)
    let largest = expected.map { abs($0) }.max() ?? 0
    for (index, value) in network.memory.gradient.elements.enumerated() {
      #expect(abs(Double(value) - expected[index]) < 1e-4 * largest + 1e-6)
    }
    #expect(zip(room, norms).allSatisfy { abs(Double($0) - min(1, Double(clip) / $1)) < 1e-4 }, "\(name)")
  }

  @Test("have equal bits on every path", arguments: shapes)
  func paths(name: String, layers: [LayerShape]) {
    let all = KernelPath.allCases.filter(\.isSupported).map { path in
      let (network, labels) = made(layers, path: path)
      step(network, labels, rows: Self.rows)
      network.collect(rows: Self.rows, scale: 1)
      return network.memory.gradient.elements.map(\.bitPattern)
    }
    #expect(all.allSatisfy { $0 == all[0] }, "\(name)")
  }

  private func made(
    _ layers: [LayerShape], path: KernelPath = .best
  ) -> (Network, UnsafeMutablePointer<Int32>) {
    let network = Network(shape: NetworkShape(layers: layers), batch: Self.rows, path: path)
    network.initialise(seed: 4)
    var stream = Maths.Stream(seed: 8, stream: 0)
    for index in 0..<Self.rows * network.shape.inputs { network.inputs[index] = Float(2 * stream.uniform() - 1) }
    let labels = UnsafeMutablePointer<Int32>.allocate(capacity: Self.rows)
    for row in 0..<Self.rows { labels[row] = Int32(row % 3) }
    return (network, labels)
  }

  /// One pass forward and back; the summed loss.
  @discardableResult
  private func step(_ network: Network, _ labels: UnsafeMutablePointer<Int32>, rows: Int) -> Double {
    network.forward(rows: rows)
    let loss = BatchLoss(NetworkRecipe.Objective(), classes: 3)
    let outcome = loss.differentiate(
      network, rows: rows, targets: BatchLoss.Targets(labels: labels), epoch: 1)
    network.backward(rows: rows)
    return outcome.loss
  }
}
