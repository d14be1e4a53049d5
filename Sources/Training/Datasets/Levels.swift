/// The order of levels and classes that a card does not list.
enum Levels {
  /// What a missing category is called.
  static let missing = "(missing)"

  /// Whole numbers by size where all are; else by their characters.
  static func sorted(_ texts: [String]) -> [String] {
    let numbers = texts.compactMap { Int($0) }
    guard numbers.count == texts.count, Set(numbers).count == texts.count
    else { return texts.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) } }
    return zip(numbers, texts).sorted { $0.0 < $1.0 }.map(\.1)
  }
}
