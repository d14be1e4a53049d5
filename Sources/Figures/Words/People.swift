import Findings
import Study

/// What one subject of a dataset is called.
struct People: Equatable, Sendable {
  /// In the language spoken, where it has such a word.
  let plural: String

  /// - Parameter subject: Such as `patient`; anything else than one plain word becomes `people`.
  init(subject: String) {
    let word = subject.lowercased()
    let plain = (3...14).contains(word.count) && word.allSatisfy { ("a"..."z").contains($0) }
    let irregular = ["person": "people", "man": "men", "woman": "women", "child": "children"]
    let english =
      if !plain {
        "people"
      } else if let known = irregular[word] {
        known
      } else if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
        String(word.dropLast()) + "ies"
      } else if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) {
        word.hasSuffix("s") ? word : word + "es"
      } else {
        word + "s"
      }
    plural = say(named: english)
  }

  /// Those of a dataset; `people` where its card is missing.
  init(of dataset: String, in results: Results) {
    self.init(subject: results.datasets.first { $0.name == dataset }?.subject ?? "person")
  }
}
