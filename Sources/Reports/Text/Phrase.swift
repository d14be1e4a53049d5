/// Words around numbers and names.
package enum Phrase {
  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A title as it stands within a sentence: `Random forest` becomes `random forest`; `MLP` and `Gaussian ...` stay.
  package static func inSentence(_ title: String) -> String {
    let word = title.prefix { $0.isLetter }
    guard let first = word.first, word.dropFirst().allSatisfy(\.isLowercase), word.count > 1,
      !properNames.contains(String(word))
    else { return title }
    return first.lowercased() + title.dropFirst()
  }

  /// `forest’s`, but `trees’`.
  package static func possessive(_ noun: String) -> String {
    noun + (noun.hasSuffix("s") ? "\u{2019}" : "\u{2019}s")
  }

  /// Names of people, which keep their capital.
  private static let properNames: Set<String> = ["Bayes", "Bayesian", "Bernoulli", "Fisher", "Gaussian", "Laplace"]

  /// `2026-11-24` as `24 November 2026`; anything else as it is.
  package static func date(_ text: String) -> String {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month), (1...31).contains(day)
    else { return text }
    return "\(day) \(months[month - 1]) \(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// A count and whether it takes the singular.
package struct Tally: Page, Equatable {
  package let number: String
  package let one: Bool
  package let any: Bool

  package init(_ count: Int) {
    number = NumberStyle.count(count)
    one = count == 1
    any = count > 0
  }
}
