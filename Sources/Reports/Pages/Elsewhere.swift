/// Targets without a section on paper: hundreds of pages would hide what matters.
struct Elsewhere: Page {
  struct Anchor: Page { let section: String }

  let shown: String
  let all: String
  /// Of those left out; links to them lead to the table of all.
  let anchors: [Anchor]

  /// Nothing where every target is shown.
  init?(shown: [Int], of count: Int) {
    guard shown.count < count else { return nil }
    self.shown = NumberStyle.count(shown.count)
    all = NumberStyle.count(count)
    let known = Set(shown)
    anchors = (0..<count).filter { !known.contains($0) }.map { Anchor(section: TargetPage.anchor($0)) }
  }

  /// The places of the targets that leak most, in the order of the results.
  static func strongest(_ most: Int, of groups: [TargetGroup]) -> [Int] {
    guard groups.count > most else { return Array(groups.indices) }
    let strengths = groups.map(\.strength)
    return groups.indices.sorted { (-strengths[$0], $0) < (-strengths[$1], $1) }.prefix(most).sorted()
  }
}
