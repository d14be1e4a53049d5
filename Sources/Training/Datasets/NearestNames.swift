/// Names that a mistyped one may have meant.
enum NearestNames {
  /// At most three names that hold `name` or differ in a third of the letters; up to twelve of all where none is near.
  static func of(_ name: String, among names: [String]) -> [String] {
    let letters = Array(name.unicodeScalars.prefix(64))
    let near = names.map { other in
      let isPart = !name.isEmpty && other.contains(name)
      return (distance: isPart ? 0 : distance(letters, Array(other.unicodeScalars)), name: other)
    }
    .filter { $0.distance <= max(2, $0.name.count / 3) }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return near.isEmpty ? Array(names.sorted().prefix(12)) : near.prefix(3).map(\.name)
  }

  /// Letters to insert, remove or exchange (Levenshtein).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
