import Files
import Maths
import Study

/// A generator of binary shopping baskets: class prototypes, long-tailed subclusters, records from easy to hard.
///
/// Every bit is a function of the seed and its own place, so that any program gets the same bits and the first rows do
/// not depend on how many there are. It stands in for Purchase-100, shares no record with it, and says so in its title.
///
/// - Source: modelled on the description in Shokri et al., "Membership Inference Attacks Against Machine Learning
///   Models", 2017, section V.
public struct PurchaseLike: Equatable, Sendable {
  public let rows: Int
  public let seed: UInt64
  public let items: Int
  public let classes: Int
  /// Of a class; the s-th, from 0, has the weight 1 / (s + 1).
  public let subclusters: Int
  /// The share of items that a subcluster draws anew.
  public let redrawn: Double
  /// The least and the largest share of items that a record draws anew.
  public let noise: ClosedRange<Double>
  /// The least popularity of an item, and how far it reaches above.
  public let leastPopularity: Double
  public let popularitySpan: Double

  init(_ node: CardNode) throws(DatasetError) {
    rows = try node.required("rows").whole(2...10_000_000)
    seed = UInt64(try node.required("seed").whole(0...Int.max))
    items = try node.required("items").whole(1...100_000)
    classes = try node.required("classes").whole(2...10_000)
    subclusters = try node.required("subclusters").whole(1...10_000)
    redrawn = try Self.share(node.required("redrawn"))
    let least = try Self.share(node.required("noise_least"))
    let most = try node.required("noise_most")
    guard try Self.share(most) >= least else { throw most.wrong("at least noise_least") }
    noise = least...(try Self.share(most))
    leastPopularity = try Self.share(node.required("popularity_least"))
    popularitySpan = try Self.share(node.required("popularity_span"))
  }

  private static func share(_ node: CardNode) throws(DatasetError) -> Double {
    let number = try node.number()
    guard 0...1 ~= number else { throw node.wrong("a number in 0...1") }
    return number
  }

  /// What a stream of uniform numbers is for.
  private enum Purpose: UInt64 {
    case popularity = 1
    case prototype, isRedrawn, redraw, label, subcluster, isNoisy, noise, difficulty
  }

  private struct Uniforms {
    let key: UInt64
    init(_ purpose: Purpose, seed: UInt64) {
      key = Stream.mix(seed &+ purpose.rawValue &* Stream.golden)
    }
    /// In 0..<1, the number at a place.
    subscript(_ place: Int) -> Double {
      Double(Stream.mix(key &+ UInt64(place + 1) &* Stream.golden) >> 11) * 0x1p-53
    }
  }

  private func uniforms(_ purpose: Purpose) -> Uniforms { Uniforms(purpose, seed: seed) }

  /// Labels and bits (rows x items, row-major) of the first records.
  package func records(_ count: Int) -> (labels: [Int], bits: [UInt8]) {
    let popularity = popularity()
    let prototypes = prototypes(popularity)
    let (label, subcluster) = (uniforms(.label), uniforms(.subcluster))
    let (isNoisy, redraw, difficulty) = (uniforms(.isNoisy), uniforms(.noise), uniforms(.difficulty))
    let classEnds = Self.ends((0..<classes).map { _ in 1 })
    let subclusterEnds = Self.ends((0..<subclusters).map { 1 / Double($0 + 1) })
    var labels: [Int] = []
    var bits = [UInt8](repeating: 0, count: count * items)
    for record in 0..<count {
      let own = Self.place(label[record], in: classEnds)
      let place = own * subclusters + Self.place(subcluster[record], in: subclusterEnds)
      let share = noise.lowerBound + (noise.upperBound - noise.lowerBound) * difficulty[record]
      for item in 0..<items {
        let bit = record * items + item
        let value =
          isNoisy[bit] < share ? redraw[bit] < popularity[item] : prototypes[place * items + item]
        bits[bit] = value ? 1 : 0
      }
      labels.append(own)
    }
    return (labels, bits)
  }

  private func popularity() -> [Double] {
    let uniform = uniforms(.popularity)
    return (0..<items).map { leastPopularity + popularitySpan * (uniform[$0] * uniform[$0]) }
  }

  /// Of every subcluster of every class.
  private func prototypes(_ popularity: [Double]) -> [Bool] {
    let (prototype, isRedrawn, redraw) = (uniforms(.prototype), uniforms(.isRedrawn), uniforms(.redraw))
    return (0..<classes * subclusters * items).map { place in
      let item = place % items
      if isRedrawn[place] < redrawn { return redraw[place] < popularity[item] }
      return prototype[place / (subclusters * items) * items + item] < popularity[item]
    }
  }

  /// Running sums divided by the last.
  private static func ends(_ weights: [Double]) -> [Double] {
    var sums: [Double] = []
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    return sums.map { $0 / (sums.last ?? 1) }
  }

  private static func place(_ uniform: Double, in ends: [Double]) -> Int {
    min(ends.count { $0 <= uniform }, ends.count - 1)
  }

  func load(_ card: DatasetCard, rows limit: Int?, seed draw: UInt64) -> LoadedDataset {
    let (labels, bits) = records(rows)
    var chosen = Array(labels.indices)
    if let limit { chosen = SubjectDraw(rows: limit, seed: draw).chosen(from: chosen, subjects: chosen) }
    let present = [Bool](repeating: false, count: chosen.count)
    let columns = (0..<items).map { item in
      Column(
        name: "item_\(item)", values: .numbers(chosen.map { Float(bits[$0 * items + item]) }, missing: present),
        grid: .truth)
    }
    let records = Records(
      columns: columns, labels: chosen.map { labels[$0] }, classes: (0..<classes).map { "class_\($0)" },
      subjects: Array(chosen.indices))
    return LoadedDataset(
      card: card, records: records, digest: Digest.hex(of: bits), duplicatesRemoved: 0, rowsInFile: rows, rows: chosen)
  }
}
