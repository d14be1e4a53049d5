import Findings
import Testing

/// One change of the results and the texts that it must touch.
struct Edit: Sendable, CustomTestStringConvertible {
  let name: String
  /// Texts of the page after the edit; each must be new.
  let appears: [String]
  /// Every changed text must contain one of these: nothing else may change.
  let allowed: [String]
  let apply: @Sendable (inout Results) -> Void
  var testDescription: String { name }

  static func headline(_ results: inout Results, _ change: (inout Headline) -> Void) {
    guard var headline = results.cells[0].attacks[0].headline else { return }
    change(&headline)
    results.cells[0].attacks[0].headline = headline
  }

  static let all = [
    Edit(
      name: "share found",
      appears: [
        "can pick out 41\u{A0}% of the German credit random forest’s members (95\u{A0}% interval 20 to 60)",
        "can pick out 41\u{A0}% of the members (95\u{A0}% interval 20 to 60)", "41\u{A0}% (20–60) at 1 in 100",
      ], allowed: ["41\u{A0}%"]
    ) { results in headline(&results) { $0.tpr[0].value = 0.41 } },
    Edit(
      name: "low end", appears: ["interval 24 to 60", "(24–60)", "(24 to 60)"], allowed: ["24"]
    ) { results in headline(&results) { $0.tpr[0].low = 0.24 } },
    Edit(
      name: "high end", appears: ["interval 20 to 66", "(20–66)", "(20 to 66)"], allowed: ["66"]
    ) { results in headline(&results) { $0.tpr[0].high = 0.66 } },
    Edit(
      name: "level", appears: ["(90\u{A0}% interval 20 to 60)"], allowed: ["90\u{A0}% interval"]
    ) { results in headline(&results) { $0.tpr[0].level = 0.9 } },
    Edit(
      name: "rate of wrong accusations",
      appears: ["while wrongly accusing 1 in 1,000 non-members", "guessing finds 1 in 1,000", "at 1 in 1,000"],
      allowed: ["1 in 1,000"]
    ) { results in
      headline(&results) {
        $0.tpr[0].fprLimit = 0.001
        $0.smallestResolved = 0.001
      }
    },
    Edit(
      name: "AUC",
      appears: ["with probability 0.901 (95\u{A0}% interval 0.853 to 0.881)", "AUC 0.901 (0.853–0.881)"],
      allowed: ["0.901"]
    ) { results in headline(&results) { $0.auc.value = 0.901 } },
    Edit(
      name: "accuracy", appears: ["right on 77.0\u{A0}% of the records", "where it is 77.0\u{A0}% without a defence"],
      allowed: ["77.0\u{A0}%"]
    ) { $0.cells[0].utility?.accuracy.value = 0.77 },
    Edit(
      name: "balanced accuracy", appears: ["69.0\u{A0}% (66.0–70.0)"], allowed: ["69.0\u{A0}%"]
    ) { $0.cells[0].utility?.balancedAccuracy.value = 0.69 },
    Edit(
      name: "share of the most frequent class",
      appears: ["always naming the most frequent class would be right on 63.0\u{A0}%"],
      allowed: ["63.0\u{A0}%"]
    ) { $0.cells[0].utility?.majority = 0.63 },
    Edit(
      name: "accuracy on the training half", appears: ["On its training half it is right on 99.9\u{A0}%"],
      allowed: ["99.9\u{A0}%"]
    ) { $0.cells[0].utility?.trainAccuracy = 0.999 },
    Edit(
      name: "verdict", appears: ["The tested attacks showed no leak: LiRA, online finds 44\u{A0}%", "11", "13"],
      allowed: [
        "11", "13", "The tested attacks showed no leak", "No leak shown", "Leak shown", "No defence", "can pick out",
        "The strongest of 9", "combinations",
      ]
    ) { $0.cells[0].verdict = .noLeakShown },
    Edit(
      name: "null AUC", appears: ["lie between 0.497 and 0.533"], allowed: ["lie between"]
    ) { $0.cells[0].attacks[0].null?.auc.value = 0.533 },
    Edit(
      name: "p of a check", appears: ["0.87"], allowed: ["0.87", "0.31"]
    ) { $0.checks[0].p = 0.87 },
    Edit(
      name: "models of a pool", appears: ["64 models were trained in 32 complementary pairs", "the other 62 models"],
      allowed: ["models were trained"]
    ) { $0.pool.models = 64 },
    Edit(
      name: "redraws", appears: ["Intervals come from 2,000 redraws"], allowed: ["redraws"]
    ) { $0.pool.replicates = 2_000 },
    Edit(
      name: "records", appears: ["4,521 records"], allowed: ["records, 1,000 subjects"]
    ) { $0.datasets[0].records = 4_521 },
    Edit(
      name: "duplicates", appears: ["; 1 exact duplicate removed"], allowed: ["exact duplicate"]
    ) { $0.datasets[0].duplicatesRemoved = 1 },
    Edit(
      name: "people outside", appears: ["there are 5 and 62"], allowed: ["independent comparisons"]
    ) { $0.cells[15] = Sample.insufficient($0.cells[15], people: 5) },
  ]
}
