public import Study

/// Subjects in groups by one attribute, each in one; a subject's group is that of its first record.
public struct Partition: Equatable, Sendable {
  public let attribute: String
  public let isClass: Bool
  public let names: [String]
  /// S places in ``names``.
  public let groupOfSubject: [Int]

  /// More groups than this are too many to read: the smallest are put together.
  static let mostGroups = 12
  /// A number with no more different values than this is not cut into quarters.
  static let fewValues = 5
  static let others = "all others"
  static let missing = "missing"

  public init(attribute: String, isClass: Bool, names: [String], groupOfSubject: [Int]) {
    precondition(groupOfSubject.allSatisfy { names.indices.contains($0) }, "each subject needs a group")
    self.attribute = attribute
    self.isClass = isClass
    self.names = names
    self.groupOfSubject = groupOfSubject
  }

  /// The classes that occur.
  public init(classes: [String], labels: [Int], subjects: [Int], attribute: String) {
    self.init(attribute, isClass: true, codes: Self.first(labels, subjects), names: classes)
  }

  /// The levels of a column that occur, its few numbers, or the quarters of its many.
  ///
  /// Subjects whose number is missing are a group of their own. Quarters are cut at the quartiles of the others, equal
  /// numbers staying together.
  ///
  /// - Parameters:
  ///   - column: of the whole dataset.
  ///   - rows: N rows of it.
  ///   - subjects: the N rows' subjects, dense from 0.
  public init(column: Column, rows: [Int], subjects: [Int]) {
    switch column.values {
    case .codes(let codes, let levels):
      let own = Self.first(rows.map { Int(codes[$0]) }, subjects)
      self.init(column.name, isClass: false, codes: own, names: levels)
    case .numbers(let numbers, let missing):
      let own = Self.first(rows, subjects).map { missing[$0] ? nil : numbers[$0] }
      let cuts = Self.cuts(own.compactMap { $0 }.sorted())
      let codes = own.map { number in number.map { value in cuts.count { $0.bound < value } } ?? cuts.count }
      self.init(column.name, isClass: false, codes: codes, names: cuts.map(\.name) + [Self.missing])
    }
  }

  /// Drops groups that do not occur and puts the smallest together where there are too many.
  private init(_ attribute: String, isClass: Bool, codes: [Int], names: [String]) {
    var sizes = [Int](repeating: 0, count: names.count)
    for code in codes { sizes[code] += 1 }
    let occurring = names.indices.filter { sizes[$0] > 0 }
    let bySize = occurring.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let kept = bySize.count > Self.mostGroups ? Set(bySize.prefix(Self.mostGroups - 1)) : Set(bySize)
    let shown = occurring.filter(kept.contains)
    var place = [Int](repeating: shown.count, count: names.count)
    for (index, code) in shown.enumerated() { place[code] = index }
    self.init(
      attribute: attribute, isClass: isClass,
      names: shown.map { names[$0] } + (shown.count < occurring.count ? [Self.others] : []),
      groupOfSubject: codes.map { place[$0] })
  }

  /// Upper ends of groups and their names; the last has no end.
  private static func cuts(_ sorted: [Float]) -> [(bound: Float, name: String)] {
    var distinct: [Float] = []
    for value in sorted where value != distinct.last { distinct.append(value) }
    if distinct.count <= fewValues { return distinct.map { ($0, text($0)) } }
    var ends: [Float] = []
    for quarter in 1...3 {
      let end = sorted[(sorted.count * quarter + 3) / 4 - 1]
      if end != ends.last, end != distinct.last { ends.append(end) }
    }
    let names = ends.enumerated().map { index, end in
      index == 0 ? "up to \(text(end))" : "over \(text(ends[index - 1])) to \(text(end))"
    }
    return zip(ends, names).map { ($0, $1) } + [(.infinity, "over \(text(ends.last ?? 0))")]
  }

  private static func text(_ number: Float) -> String {
    number == number.rounded() && abs(number) < 1e7 ? String(Int(number)) : String(number)
  }

  /// The value of each subject's first record.
  private static func first(_ values: [Int], _ subjects: [Int]) -> [Int] {
    var result = [Int?](repeating: nil, count: (subjects.max() ?? -1) + 1)
    for (value, subject) in zip(values, subjects) where result[subject] == nil { result[subject] = value }
    return result.compactMap { $0 }
  }
}
