import Maths
import Study

/// Made-up records with numbers, some missing, levels and a label that depends on both and on chance.
func sample(_ count: Int, classes: Int = 2, seed: UInt64 = 1) -> Records {
  var stream = Stream(seed: seed, stream: 0)
  var (heights, weights, colours): ([Float], [Float], [Int32]) = ([], [], [])
  var (missing, labels): ([Bool], [Int]) = ([], [])
  for _ in 0..<count {
    heights.append(Float(stream.uniform()))
    missing.append(stream.uniform() < 0.1)
    weights.append(missing[missing.count - 1] ? 0 : Float(100 * stream.uniform()))
    colours.append(Int32(stream.below(3)))
    let told = Int(heights[heights.count - 1] * Float(classes)) + Int(colours[colours.count - 1])
    labels.append(stream.uniform() < 0.25 ? stream.below(classes) : told % classes)
  }
  return Records(
    columns: [
      Column(name: "height", values: .numbers(heights, missing: heights.map { _ in false })),
      Column(name: "weight", values: .numbers(weights, missing: missing)),
      Column(name: "colour", values: .codes(colours, levels: ["red", "green", "blue"])),
    ], labels: labels, classes: (0..<classes).map { "class \($0)" }, subjects: Array(0..<count))
}

/// Records of numbers that are all present.
func table(_ columns: [[Float]], labels: [Int]) -> Records {
  Records(
    columns: columns.enumerated().map { index, values in
      Column(name: "x\(index)", values: .numbers(values, missing: values.map { _ in false }))
    }, labels: labels, classes: ["no", "yes"], subjects: Array(labels.indices))
}

/// Made-up grey images of 8 x 8 pixels: noise, and a bright row whose place tells the class.
func sampleImages(_ count: Int, classes: Int = 3, seed: UInt64 = 1) -> Records {
  var stream = Stream(seed: seed, stream: 0)
  let shape = ImageShape(height: 8, width: 8, channels: 1)
  var labels: [Int] = []
  var pixels = [[Float]](repeating: [], count: 64)
  for _ in 0..<count {
    labels.append(stream.below(classes))
    for pixel in 0..<64 {
      pixels[pixel].append(Float(stream.uniform()) + (pixel / 8 == 2 * labels[labels.count - 1] ? 1 : 0))
    }
  }
  let columns = pixels.enumerated().map { index, values in
    Column(name: "pixel \(index)", values: .numbers(values, missing: values.map { _ in false }))
  }
  return Records(
    columns: columns, labels: labels, classes: (0..<classes).map { "class \($0)" }, subjects: Array(0..<count),
    image: shape)
}

/// A table where the trainer takes one, else images.
func fitting(_ trainer: any Trainer, _ count: Int) -> Records {
  let table = sample(count, classes: 3)
  return trainer.obstacle(to: table, members: count / 2) == nil ? table : sampleImages(count)
}
