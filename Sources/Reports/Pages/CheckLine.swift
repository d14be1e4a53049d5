import Findings

/// One validity check; one of the flags of its kind is true.
struct CheckLine: Page {
  let checkName: String
  let nullRun: Bool
  let sign: Bool
  let fidelity: Bool
  let matched: Bool
  let independent: Bool
  let design: Bool
  let resolution: Bool
  let other: Bool
  let passed: Bool
  let failed: Bool
  let notChecked: Bool
  /// Null where the check has no test.
  let p: String?
  let lines: String
  /// Combinations that it failed for; none where it is not known which.
  let touched: Tally

  init(_ check: Results.Check) {
    self.init(
      name: check.name, verdict: check.verdict, p: check.p, lines: check.lines, touched: check.failedCells.count)
  }

  /// A check that failed for a combination.
  init(failed name: String) { self.init(name: name, verdict: .failed, p: .nan, lines: 0, touched: 1) }

  private init(name: String, verdict: Results.Check.Verdict, p: Double, lines: Int, touched: Int) {
    checkName = name
    nullRun = name == "null-run"
    sign = name == "sign"
    fidelity = name == "shadow-fidelity"
    matched = name == "matched-non-members"
    independent = name == "independent-targets"
    design = name == "reference-design"
    resolution = name == "resolution"
    other = !(design || nullRun || sign || fidelity || matched || independent || resolution)
    passed = verdict == .passed
    failed = verdict == .failed
    notChecked = verdict == .notChecked
    self.p = p.isNaN ? nil : NumberStyle.probability(p)
    self.lines = NumberStyle.count(lines)
    self.touched = Tally(touched)
  }
}
