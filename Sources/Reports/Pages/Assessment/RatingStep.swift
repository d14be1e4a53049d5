import Findings
import Study

/// One rule of the rubric as it applied, in numbers that its sentence prints.
struct RatingStep: Page {
  let releaseAssumed: Bool
  let checkFailed: Bool
  let notMeasured: Bool
  let noRate: Bool
  let tooSmall: Bool
  let byRatio: Bool
  let byArea: Bool
  let byGroup: Bool
  let byNone: Bool
  let byMatrix: Bool
  let byShift: Bool
  let byLimit: Bool
  let raised: Bool
  let lowered: Bool
  /// A grade or a rating.
  let outcome: String
  let names: String
  let found: String
  let rate: String
  let ratio: String
  let limit: String
  let area: String
  let areaHigh: String
  let high: String
  let most: String
  let worth: String
  let steps: String

  init(_ step: TargetRating.Step, limits: [String: String]) {
    let rule = step.rule
    releaseAssumed = rule == "release-assumed"
    checkFailed = rule == "check-failed"
    notMeasured = rule == "not-measured"
    noRate = rule == "no-rate"
    tooSmall = rule == "too-small"
    byRatio = rule == "grade-ratio"
    byArea = rule == "grade-auc"
    byGroup = rule == "grade-group"
    byNone = rule == "grade-none"
    byMatrix = rule == "matrix"
    byShift = rule == "shift"
    byLimit = rule == "limit"
    raised = rule == "prior-raise"
    lowered = rule == "prior-lower"
    outcome = step.outcome
    names = byLimit ? step.names.compactMap { limits[$0] }.joined(separator: "; ") : Phrase.list(step.names)
    let number = { (name: String) in step.numbers[name] ?? .nan }
    found = NumberStyle.percent(number("found"), decimals: number("found") < 0.01 ? 2 : 1)
    rate = NumberStyle.rate(number("rate"))
    ratio = NumberStyle.fixed(number("ratio"), decimals: number("ratio") < 10 ? 1 : 0)
    limit = NumberStyle.fixed(number("limit"), decimals: byArea ? 2 : 0)
    area = NumberStyle.fixed(byArea ? number("auc") : number("auc-low"), decimals: 3)
    areaHigh = NumberStyle.fixed(number("auc-high"), decimals: 3)
    high = NumberStyle.percent(number("high"), decimals: 1)
    most = NumberStyle.percent(number("limit"), decimals: 1)
    worth = NumberStyle.percent(number("worth"), decimals: 0)
    let net = Int(number("net").isNaN ? 0 : number("net"))
    steps = net == 0 ? say("no step") : net > 0 ? say("one step up") : say("one step down")
  }
}
