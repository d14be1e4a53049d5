import Maths
import Study

/// Finds records that repeat another subject's features and label.
struct Duplicates {
  let columns: [Column]
  let labels: [Int]
  /// Whose each record is; equal numbers, one person.
  let subjects: [Int]

  /// The rows that stay, ascending: of equal records the first, and its subject's other ones.
  func kept() -> [Int] {
    let hashes = hashes()
    // Most hashes are of one record; rows of equal hash are compared in full.
    var firsts: [UInt64: [Int]] = [:]
    firsts.reserveCapacity(labels.count)
    return labels.indices.filter { row in
      let earlier = firsts[hashes[row], default: []]
      if let first = earlier.first(where: { equal($0, row) }) { return subjects[first] == subjects[row] }
      firsts[hashes[row], default: []].append(row)
      return true
    }
  }

  private func hashes() -> [UInt64] {
    var hashes = labels.map { Stream.mix(UInt64($0)) }
    for column in columns {
      switch column.values {
      case .numbers(let numbers, let missing):
        for row in hashes.indices {
          let word = UInt64(numbers[row].bitPattern) << 1 | (missing[row] ? 1 : 0)
          hashes[row] = Stream.mix(hashes[row] ^ word &* Stream.golden)
        }
      case .codes(let codes, _):
        for row in hashes.indices {
          hashes[row] = Stream.mix(hashes[row] ^ UInt64(codes[row]) &* Stream.golden)
        }
      }
    }
    return hashes
  }

  private func equal(_ a: Int, _ b: Int) -> Bool {
    guard labels[a] == labels[b] else { return false }
    return columns.allSatisfy { column in
      switch column.values {
      case .numbers(let numbers, let missing): numbers[a] == numbers[b] && missing[a] == missing[b]
      case .codes(let codes, _): codes[a] == codes[b]
      }
    }
  }
}
