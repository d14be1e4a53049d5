import Study

/// Works out the differences of two cells.
struct DifferenceMaker {
  let base: ComparedRun
  let current: ComparedRun
  let pair: CellMatching.Pair

  /// Whether both pools drew the same halves of the same records, and the bootstrap the same redraws.
  private var sharesDraws: Bool {
    let (one, other) = (base.results, current.results)
    return one.seed == other.seed && one.pool.replicates == other.pool.replicates
      && base.digest(of: pair.base) == current.digest(of: pair.current)
  }

  /// One figure in one run, with what is known of its error.
  struct Side {
    let estimate: Estimate
    let isResolved: Bool
    let replicates: FigureReplicates?
  }

  func difference(
    _ quantity: Quantity, _ one: Side, _ other: Side, attack: AttackResult?
  ) -> Difference {
    let law = law(one, other)
    let value = other.estimate.value - one.estimate.value
    let reason = Self.reason(one, other, value, law.error)
    let isKnown = reason.isEmpty
    let reach = isKnown ? law.error.reach(level: Self.level) : .nan
    return Difference(
      baseCell: pair.base.id, cell: pair.current.id, dataset: pair.current.dataset, model: pair.current.model,
      defence: pair.current.defence, attack: attack?.id,
      isHeadline: attack == nil || attack?.id == pair.current.headlineAttack, access: attack?.access,
      quantity: quantity, recipeChanged: pair.recipeChanged, base: one.estimate, current: other.estimate,
      paired: law.paired, value: value, low: value - reach, high: value + reach,
      deviation: isKnown ? law.error.deviation : .nan, freedom: law.error.freedom,
      p: isKnown ? law.error.p(value) : .nan, adjusted: .nan, smallestVisible: .nan, verdict: .unresolved,
      reason: reason)
  }

  private static let level = 0.95

  private func law(_ one: Side, _ other: Side) -> (error: ErrorLaw, paired: Bool) {
    if sharesDraws, let left = one.replicates, let right = other.replicates,
      let error = ErrorLaw(paired: left, right)
    {
      return (error, true)
    }
    // An interval of no width says nothing, whatever the other says.
    guard let left = own(one), let right = own(other) else { return (ErrorLaw(deviation: .nan), false) }
    return (ErrorLaw(unpaired: left, right), false)
  }

  /// What an interval says of its figure's error, both ends taken together; nil where it says nothing.
  private func own(_ side: Side) -> ErrorLaw? {
    let estimate = side.estimate
    guard estimate.isUsable else { return nil }
    return ErrorLaw(
      reach: (estimate.high - estimate.low) / 2, level: estimate.level,
      freedom: FigureReplicates.freedom(side.replicates, models: pair.current.models))
  }

  private static func reason(_ one: Side, _ other: Side, _ value: Double, _ error: ErrorLaw) -> String {
    if !one.isResolved && !other.isResolved { return "neither run has the non-members to tell such a rate" }
    if !one.isResolved { return "the base run has too few non-members to tell such a rate" }
    if !other.isResolved { return "the current run has too few non-members to tell such a rate" }
    if !value.isFinite { return "a figure is undefined" }
    if error.deviation.isNaN || (error.deviation == 0 && value != 0) { return "an interval has no width" }
    return ""
  }
}

extension Estimate {
  /// Whether it has an interval of some width at a level that an interval can have.
  var isUsable: Bool { level > 0 && level < 1 && value.isFinite && low.isFinite && high.isFinite && low < high }

  /// The share of members found at an operating point.
  init(_ point: OperatingPoint) {
    self.init(value: point.value, low: point.low, high: point.high, level: point.level, method: point.method)
  }
}
