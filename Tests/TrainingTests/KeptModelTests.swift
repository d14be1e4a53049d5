import Files
import Maths
import Study
import Testing
import Training

@Suite("Networks that are kept")
struct KeptModelTests {
  private func train(_ trainer: any Trainer, on records: Records) throws -> any Model {
    var recipe = trainer.recipe
    recipe.epochs = 2
    return try trainer.train(on: records, rows: Array(0..<60), recipe: recipe, seed: 3)
  }

  @Test("answer as they did, read back from their bytes")
  func answers() throws {
    let networks: [(any Trainer, Records)] = [
      (
        MultilayerPerceptron(hidden: [7, 5], activation: .tanh, epochs: 2, batch: 16, rate: 0.01),
        sample(120, classes: 3)
      ),
      (MultilayerPerceptron(hidden: [], epochs: 2, batch: 16, rate: 0.01), sample(120, classes: 2)),
      (
        ConvolutionalNetwork(channels: [4, 6], residual: true, hidden: [9], epochs: 2, batch: 16, rate: 0.01),
        sampleImages(120)
      ),
    ]
    for (trainer, records) in networks {
      let model = try train(trainer, on: records)
      let weights = try #require((model as? any KeptModel)?.weights)
      let read = try #require(SafeTensors(try weights.bytes))
      let again = try #require(NetworkModel(read))
      #expect(again.signal(for: records) == model.signal(for: records))
    }
  }

  @Test("are refused where a tensor is missing, has another shape, or a layer does not follow")
  func refusals() throws {
    let model = try train(
      MultilayerPerceptron(hidden: [7], epochs: 2, batch: 16, rate: 0.01), on: sample(120, classes: 3))
    let weights = try #require((model as? any KeptModel)?.weights)
    for place in weights.tensors.indices {
      var tensors = weights.tensors
      tensors.remove(at: place)
      #expect(NetworkModel(SafeTensors(tensors: tensors, metadata: weights.metadata)) == nil)
      let (name, tensor) = weights.tensors[place]
      tensors = weights.tensors
      tensors[place] = (name, .init(shape: tensor.shape + [1], values: tensor.values))
      #expect(NetworkModel(SafeTensors(tensors: tensors, metadata: weights.metadata)) == nil)
    }
    let layers = try #require(weights.metadata["layers"])
    for (old, new) in [("\"outputs\":7", "\"outputs\":8"), ("dense", "pooling"), ("\"inputs\":7", "\"inputs\":-7")] {
      let metadata = ["format": "rollcall-network/1", "layers": layers.replacing(old, with: new)]
      #expect(metadata["layers"] != layers)
      #expect(NetworkModel(SafeTensors(tensors: weights.tensors, metadata: metadata)) == nil)
    }
    #expect(NetworkModel(SafeTensors(tensors: weights.tensors, metadata: ["layers": layers])) == nil)
  }

  @Test("are networks that answer by their weights alone")
  func others() throws {
    #expect(try train(RandomForest.standard, on: sample(120)) as? any KeptModel == nil)
    let defence = FederatedAveraging(clients: 4, rounds: 2, participation: 1, localEpochs: 1, view: .server)
    let network = MultilayerPerceptron.standard
    let model = try defence.wrap(network, population: []).train(
      on: sample(120), rows: Array(0..<60), recipe: try defence.adjust(network.recipe, members: 60), seed: 1)
    #expect((model as? any KeptModel)?.weights == nil)
  }
}
