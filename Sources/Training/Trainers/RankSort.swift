/// Sorts the words of a node by their upper halves, the ranks; what lies below them comes along.
final class RankSort {
  /// Insertion beats everything else up to here.
  private static let few = 24
  /// The ranks that one pass over a digit tells apart.
  private static let digit = 256

  let words: Buffer<UInt64>
  private let spare: Buffer<UInt64>
  private let places: Buffer<Int>

  /// - Parameter capacity: The most words, and the most ranks.
  init(capacity: Int) {
    words = Buffer(capacity, filledWith: 0)
    spare = Buffer(capacity, filledWith: 0)
    places = Buffer(max(2 * capacity, Self.digit) + 1, filledWith: 0)
  }

  /// Sorts the first `count` words, whose ranks are below `ranks`.
  func sort(count: Int, ranks: Int) {
    if count <= Self.few {
      insert(count)
    } else if ranks <= 2 * count {
      pass(from: words, to: spare, count: count, shift: 32, digits: ranks)
      words.base.update(from: spare.base, count: count)
    } else {
      var shift: UInt64 = 32
      var (from, to) = (words, spare)
      while (ranks - 1) >> Int(shift - 32) > 0 {
        pass(from: from, to: to, count: count, shift: shift, digits: Self.digit)
        swap(&from, &to)
        shift += 8
      }
      if from !== words { words.base.update(from: from.base, count: count) }
    }
  }

  private func insert(_ count: Int) {
    let words = words.base
    for index in 1..<max(count, 1) {
      let word = words[index]
      var place = index
      while place > 0, words[place &- 1] > word {
        words[place] = words[place &- 1]
        place &-= 1
      }
      words[place] = word
    }
  }

  /// One stable counting sort by `(word >> shift) % 256`, or by the whole rank where all ranks are below `digits`.
  private func pass(from: Buffer<UInt64>, to: Buffer<UInt64>, count: Int, shift: UInt64, digits: Int) {
    let (from, to, places) = (from.base, to.base, places.base)
    let mask: UInt64 = digits == Self.digit ? UInt64(Self.digit - 1) : UInt64(UInt32.max)
    places.update(repeating: 0, count: digits &+ 1)
    for index in 0..<count { places[Int((from[index] &>> shift) & mask) &+ 1] &+= 1 }
    for index in 0..<digits { places[index &+ 1] &+= places[index] }
    for index in 0..<count {
      let place = Int((from[index] &>> shift) & mask)
      to[places[place]] = from[index]
      places[place] &+= 1
    }
  }
}
