import Maths

/// A seeded draw of whole subjects, so that nobody's records are torn apart.
struct SubjectDraw {
  /// The most records.
  let rows: Int
  let seed: UInt64

  /// The number of this draw's random stream, which no other part of a seed's streams uses.
  private static let stream: UInt64 = 0x726F_7773

  /// Some of `kept`, in the same order: subjects in random order until the next would be one too many.
  func chosen(from kept: [Int], subjects: [Int]) -> [Int] {
    let dense = Self.dense(kept.map { subjects[$0] })
    var sizes = [Int](repeating: 0, count: (dense.max() ?? -1) + 1)
    for subject in dense { sizes[subject] += 1 }
    var stream = Stream(seed: seed, stream: Self.stream)
    var isChosen = [Bool](repeating: false, count: sizes.count)
    var count = 0
    for subject in stream.shuffled(Array(sizes.indices)) {
      count += sizes[subject]
      if count > rows { break }
      isChosen[subject] = true
    }
    return zip(kept, dense).filter { isChosen[$0.1] }.map(\.0)
  }

  /// Subjects numbered anew from 0, in the order of their first record.
  static func dense(_ subjects: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return subjects.map { subject in
      if let number = numbers[subject] { return number }
      let number = numbers.count
      numbers[subject] = number
      return number
    }
  }
}
