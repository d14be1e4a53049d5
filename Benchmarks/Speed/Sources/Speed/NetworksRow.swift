import Maths
import Study
import Training

/// An epoch of each network of the peer's sizes: what a training of six epochs takes beyond one of two, over four.
///
/// So neither the preparation of the inputs nor the first pages of memory count.
enum NetworksRow: Row {
  static let name = "networks"

  static func timings() throws -> [Timing] {
    let wide = made(20_000, columns: 600, classes: 100)
    let narrow = made(10_000, columns: 30, classes: 2)
    let images = made(
      10_000, columns: 784, classes: 10, image: ImageShape(height: 28, width: 28, channels: 1))
    let wideNetwork = network([256], batch: 128)
    return [
      try epoch("MLP 600-256-100, batch 128", wideNetwork, on: wide),
      try epoch("MLP 30-64-2, batch 64", network([64], batch: 64), on: narrow),
      try epoch(
        "CNN of two convolutions",
        { epochs in
          ConvolutionalNetwork(
            channels: [16, 32], residual: false, hidden: [128], epochs: epochs, batch: 128, rate: 0.01,
            optimiser: .momentum)
        }, on: images, runs: 3),
      try epoch("MLP 600-256-100, batch 256", network([256], batch: 256), on: wide),
      try epoch("DP-SGD, MLP 600-256-100, batch 256", network([256], batch: 256), on: wide, privately: true),
    ]
  }

  private static func network(_ hidden: [Int], batch: Int) -> (Int) -> any Trainer {
    { MultilayerPerceptron(hidden: hidden, epochs: $0, batch: batch, rate: 0.01, optimiser: .momentum) }
  }

  private static func epoch(
    _ work: String, _ trainer: (Int) -> any Trainer, on records: Records, privately: Bool = false, runs: Int = 5
  ) throws -> Timing {
    let rows = Array(0..<records.count)
    func train(_ epochs: Int) throws {
      let trainer = trainer(epochs)
      var recipe = trainer.recipe
      if privately {
        recipe.network?.privacy = NetworkRecipe.PrivateTraining(
          epsilon: 1, delta: 1e-5, clip: 1, noise: 1, samplingRate: 256 / Double(records.count),
          stepsAnEpoch: records.count / 256, optimiser: .descent, bySubject: false, secureNoise: false)
      }
      _ = try trainer.train(on: records, rows: rows, recipe: recipe, seed: 1)
    }
    let (long, short) = (
      try Stopwatch.time(work, runs: runs) { try train(6) }, try Stopwatch.time(work, runs: runs) { try train(2) }
    )
    return Timing(work: work, cpu: (long.cpu - short.cpu) / 4, wall: (long.wall - short.wall) / 4, runs: runs)
  }

  /// Noise with random labels.
  private static func made(_ count: Int, columns: Int, classes: Int, image: ImageShape? = nil) -> Records {
    var stream = Maths.Stream(seed: 1, stream: 0)
    let present = [Bool](repeating: false, count: count)
    let features = (0..<columns).map { index in
      Column(
        name: "x\(index)", values: .numbers((0..<count).map { _ in Float(2 * stream.uniform() - 1) }, missing: present))
    }
    return Records(
      columns: features, labels: (0..<count).map { _ in stream.below(classes) },
      classes: (0..<classes).map { "\($0)" }, subjects: Array(0..<count), image: image)
  }
}
