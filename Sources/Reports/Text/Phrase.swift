import Study

/// Words around numbers and names.
package enum Phrase {
  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : say("\(items.dropLast().joined(separator: ", ")) and \(last)")
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
  package static func date(_ text: String) -> String { Language.spoken.date(text) }
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
