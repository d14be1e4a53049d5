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
  let other: Bool
  let passed: Bool
  let failed: Bool
  let notChecked: Bool
  /// Null where the check has no test.
  let p: String?
  let lines: String

  init(_ check: Results.Check) {
    checkName = check.name
    nullRun = check.name == "null-run"
    sign = check.name == "sign"
    fidelity = check.name == "shadow-fidelity"
    matched = check.name == "matched-non-members"
    independent = check.name == "independent-targets"
    design = check.name == "reference-design"
    other = !(design || nullRun || sign || fidelity || matched || independent)
    passed = check.verdict == .passed
    failed = check.verdict == .failed
    notChecked = check.verdict == .notChecked
    p = check.p.isNaN ? nil : NumberStyle.probability(check.p)
    lines = NumberStyle.count(check.lines)
  }
}
