import Findings
import Maths
import Testing

@Suite("Groups too small to show")
struct SuppressionTests {
  private func partition(_ groups: [Int], _ name: String = "a") -> Partition {
    let count = (groups.max() ?? 0) + 1
    return Partition(attribute: name, isClass: false, names: (0..<count).map(String.init), groupOfSubject: groups)
  }

  private func sized(_ sizes: [Int]) -> Partition {
    partition(sizes.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) })
  }

  @Test("take the smallest shown one with them until they are ten subjects together")
  func secondary() {
    #expect(Suppression([sized([50, 40, 10])]).shown == [[true, true, true]])
    #expect(Suppression([sized([50, 40, 9])]).shown == [[true, false, false]])
    #expect(Suppression([sized([50, 4, 5, 12])]).shown == [[true, false, false, false]])
    #expect(Suppression([sized([50, 6, 5, 12])]).shown == [[true, false, false, true]])
    #expect(Suppression([sized([30, 3])]).shown == [[false, false]])
  }

  @Test("hide an attribute whose groups leave few over within those of an earlier one")
  func nested() {
    // 40 of the first group's 43 are the second attribute's first group: the other 3 could be subtracted out.
    let outer = partition((0..<100).map { $0 < 43 ? 0 : 1 })
    let inner = partition((0..<100).map { $0 < 40 ? 0 : 1 }, "b")
    #expect(Suppression([outer, inner]).shown == [[true, true], [false, false]])
    #expect(Suppression([outer, outer]).shown == [[true, true], [true, true]])
    let apart = partition((0..<100).map { $0 % 2 }, "b")
    #expect(Suppression([outer, apart]).shown == [[true, true], [true, true]])
  }

  /// Every sum of shown groups and the total with coefficients -1, 0 and 1 that is a set of subjects.
  private func smallest(_ partitions: [Partition], _ shown: [[Bool]]) -> Int {
    let subjects = partitions[0].groupOfSubject.count
    var rows: [[Int]] = [[Int](repeating: 1, count: subjects)]
    for (partition, shown) in zip(partitions, shown) {
      for group in shown.indices where shown[group] {
        rows.append(partition.groupOfSubject.map { $0 == group ? 1 : 0 })
      }
    }
    var least = subjects
    var combinations = 1
    for _ in rows { combinations *= 3 }
    for number in 0..<combinations {
      var sum = [Int](repeating: 0, count: subjects)
      var rest = number
      for row in rows {
        let factor = rest % 3 - 1
        rest /= 3
        if factor != 0 { for subject in sum.indices { sum[subject] += factor * row[subject] } }
      }
      let size = sum.reduce(0, +)
      if size > 0, size < least, sum.allSatisfy({ $0 == 0 || $0 == 1 }) { least = size }
    }
    return least
  }

  @Test("cannot be subtracted out of one attribute or of two: every sum and difference is tried")
  func bruteForce() {
    var stream = Stream(seed: 11, stream: 0)
    var (hidden, withheld, bare) = (0, 0, 0)
    for _ in 0..<300 {
      let subjects = 12 + stream.below(60)
      let count = 1 + stream.below(2)
      var first: [Int] = []
      var partitions: [Partition] = []
      for index in 0..<count {
        let groups = 2 + stream.below(3)
        let bounds = (1..<groups).map { _ in stream.below(subjects) }.sorted()
        let isAlike = index == 1 && stream.below(2) == 0
        var own = (0..<subjects).map { subject in bounds.count { $0 <= subject } }
        // Half of the second attributes differ from the first in a few subjects only: those are the dangerous ones.
        if isAlike {
          own = first
          for _ in 0..<1 + stream.below(5) { own[stream.below(subjects)] = stream.below(groups) }
        }
        first = own
        let used = Set(own).sorted()
        partitions.append(partition(own.compactMap(used.firstIndex), "\(index)"))
      }
      let shown = Suppression(partitions).shown
      if shown.joined().contains(false) { hidden += 1 }
      if count == 2, shown[1].allSatisfy({ !$0 }), shown[0].contains(true) { withheld += 1 }
      if smallest(partitions, partitions.map { $0.names.map { _ in true } }) < Suppression.least { bare += 1 }
      #expect(smallest(partitions, shown) >= Suppression.least, "\(partitions)")
    }
    // The cases try both kinds, and would fail without.
    #expect(hidden > 100 && withheld > 20 && bare > 150)
  }
}
