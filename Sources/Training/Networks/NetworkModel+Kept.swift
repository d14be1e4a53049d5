public import Files
import Foundation
package import Maths
public import Study

/// A model that can be kept and asked again without training.
public protocol KeptModel: Model {
  /// Its weights and what it does to records first; nil where that is not all that it answers by.
  var weights: SafeTensors? { get }
}

extension NetworkModel: KeptModel {
  private static let format = "rollcall-network/1"

  /// `medians`, `means` and `scales` [D] of the inputs; for the n-th layer with weights `n.weight` [inputs, outputs] and
  /// `n.bias` [outputs], a second block of a residual layer with another `b` behind the number.
  ///
  /// A convolution's inputs are 3 x 3 pixels of each channel. The metadata have the layers in order, as JSON.
  package var weights: SafeTensors? {
    guard onlooker == nil, let layers = try? CanonicalJSON.bytes(shape.layers.map(KeptLayer.init)) else { return nil }
    let columns = preparation.means.count
    var tensors: [(name: String, tensor: SafeTensors.Tensor)] = [
      ("medians", .init(shape: [columns], values: preparation.medians)),
      ("means", .init(shape: [columns], values: preparation.means)),
      ("scales", .init(shape: [columns], values: preparation.scales)),
    ]
    for (name, block) in Self.blocks(of: shape) {
      let (weights, biases) = (block.inputs * block.outputs, block.outputs)
      tensors.append(
        (
          "\(name).weight",
          .init(
            shape: [block.inputs, block.outputs], values: Array(parameters[block.weights..<block.weights + weights]))
        ))
      tensors.append(
        ("\(name).bias", .init(shape: [biases], values: Array(parameters[block.biases..<block.biases + biases]))))
    }
    return SafeTensors(
      tensors: tensors, metadata: ["format": Self.format, "layers": String(decoding: layers, as: UTF8.self)])
  }

  /// The network that was kept; nil where the tensors are not those of one.
  package init?(_ kept: SafeTensors, path: KernelPath = .best) {
    guard kept.metadata["format"] == Self.format,
      let layers = try? JSONDecoder().decode([KeptLayer].self, from: Data((kept.metadata["layers"] ?? "").utf8)),
      let medians = kept["medians"], let means = kept["means"], let scales = kept["scales"]
    else { return nil }
    let shapes = layers.compactMap(\.shape)
    guard shapes.count == layers.count, let first = shapes.first,
      zip(shapes, shapes.dropFirst()).allSatisfy({ $0.outputs == $1.inputs }),
      [medians, means, scales].allSatisfy({ $0.shape == [first.inputs] })
    else { return nil }
    let shape = NetworkShape(layers: shapes)
    var parameters = [Float](repeating: 0, count: shape.parameterCount)
    for (name, block) in Self.blocks(of: shape) {
      guard let weights = kept["\(name).weight"], weights.shape == [block.inputs, block.outputs],
        let biases = kept["\(name).bias"], biases.shape == [block.outputs]
      else { return nil }
      parameters.replaceSubrange(block.weights..<block.weights + weights.values.count, with: weights.values)
      parameters.replaceSubrange(block.biases..<block.biases + biases.values.count, with: biases.values)
    }
    self.init(
      preparation: Preparation(medians: medians.values, means: means.values, scales: scales.values), shape: shape,
      parameters: parameters, path: path, curve: [], work: 0)
  }

  private static func blocks(
    of shape: NetworkShape
  ) -> [(name: String, block: (inputs: Int, outputs: Int, weights: Int, biases: Int))] {
    var blocks: [(name: String, block: (inputs: Int, outputs: Int, weights: Int, biases: Int))] = []
    for (place, layer) in shape.layers.enumerated() {
      for (index, product) in layer.products.enumerated() {
        blocks.append(
          (
            "\(place)\(index == 0 ? "" : "b")",
            (product.inputs, product.outputs, shape.weights[place][index], shape.biases[place][index])
          ))
      }
    }
    return blocks
  }
}

/// A layer as it is written down.
private struct KeptLayer: Codable {
  enum Kind: String, Codable { case dense, convolution, pooling, residual, dropout }

  let kind: Kind
  var inputs: Int?
  var outputs: Int?
  var activation: Activation?
  /// Height, width and channels of what enters.
  var image: [Int]?
  var share: Double?

  /// More is not believed.
  private static let most = 1 << 24

  init(_ layer: LayerShape) {
    func sides(_ image: ImageShape) -> [Int] { [image.height, image.width, image.channels] }
    switch layer {
    case .dense(let inputs, let outputs, let activation):
      kind = .dense
      (self.inputs, self.outputs, self.activation) = (inputs, outputs, activation)
    case .convolution(let image, let channels, let activation):
      kind = .convolution
      (self.image, outputs, self.activation) = (sides(image), channels, activation)
    case .pooling(let image): (kind, self.image) = (.pooling, sides(image))
    case .residual(let image): (kind, self.image) = (.residual, sides(image))
    case .dropout(let width, let share): (kind, inputs, self.share) = (.dropout, width, share)
    }
  }

  /// Nil where something is missing or absurd.
  var shape: LayerShape? {
    let sizes = [inputs, outputs].compactMap { $0 } + (image ?? [])
    guard sizes.allSatisfy({ (1...Self.most).contains($0) }), image?.count ?? 3 == 3,
      (image ?? []).reduce(1.0, { $0 * Double($1) }) <= Double(Self.most)
    else { return nil }
    let image = image.map { ImageShape(height: $0[0], width: $0[1], channels: $0[2]) }
    switch kind {
    case .dense:
      guard let inputs, let outputs, let activation, Double(inputs) * Double(outputs) <= Double(Self.most) * 16
      else { return nil }
      return .dense(inputs: inputs, outputs: outputs, activation: activation)
    case .convolution:
      guard let image, let outputs, let activation else { return nil }
      return .convolution(image, channels: outputs, activation: activation)
    case .pooling: return image.map(LayerShape.pooling)
    case .residual: return image.map(LayerShape.residual)
    case .dropout:
      guard let inputs, let share, (0..<1).contains(share) else { return nil }
      return .dropout(width: inputs, share: share)
    }
  }
}
