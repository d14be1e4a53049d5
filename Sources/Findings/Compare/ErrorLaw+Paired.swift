extension ErrorLaw {
  /// The error of the difference of two figures of pools that share records, memberships and redraws.
  ///
  /// The replicates' deviation counts what single (pair, subject) cells have of their own three times, like that of one
  /// figure (``CrossedVariance``): the differences of the influences tell by how much.
  ///
  /// - Returns: nil where the replicates say nothing.
  public init?(paired one: FigureReplicates, _ other: FigureReplicates) {
    guard one.values.count == other.values.count, one.influence.fits(other.influence), one.varies, other.varies
    else { return nil }
    let differences = zip(one.values, other.values).map { Double($1) - Double($0) }
    let variances = other.influence.variances(minus: one.influence)
    let correction = variances.redrawn > 0 ? (variances.sampled / variances.redrawn).squareRoot() : 1
    let deviation = Percentile.deviation(differences, correction: correction)
    guard deviation.isFinite, variances.freedom.isFinite, variances.freedom > 0 else { return nil }
    self.init(deviation: deviation, freedom: max(1, variances.freedom))
  }
}

extension FigureReplicates {
  /// Whether it is defined in all replicates, and they do not all agree.
  fileprivate var varies: Bool {
    let defined = values.filter { $0.isFinite }
    return defined.count == values.count && defined.contains { $0 != defined[0] }
  }
}
