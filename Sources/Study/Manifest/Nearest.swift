/// Suggests what a mistyped word may have meant.
public enum Nearest {
  /// The known words that hold `word` or differ from it in a third of the letters, nearest first, three at most.
  public static func words(to word: String, in known: [String]) -> [String] {
    let given = Array(word.lowercased().prefix(64))
    return known.map { other in
      let holds = given.count > 2 && other.lowercased().contains(String(given))
      return (word: other, distance: holds ? 0 : distance(given, Array(other.lowercased())))
    }
    .filter { $0.distance <= max(2, max(given.count, $0.word.count) / 3) }
    .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
    .prefix(3).map(\.word)
  }

  /// `"; did you mean x?"`, or the whole list where nothing is near.
  public static func hint(for word: String, in known: [String]) -> String {
    let near = words(to: word, in: known)
    if !near.isEmpty { return "; did you mean \(near.joined(separator: " or "))?" }
    return known.isEmpty ? "" : "; known: \(known.joined(separator: ", "))"
  }

  /// Levenshtein's edit distance.
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (i, left) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in other.enumerated() {
        let cost = min(diagonal + (left == right ? 0 : 1), min(row[j], row[j + 1]) + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[other.count]
  }
}
