extension ErrorLaw {
  /// Of a figure whose interval lies so far to a side, where its deviation is known to that many degrees of freedom.
  init(reach: Double, level: Double, freedom: Double) {
    self.init(deviation: reach / ErrorLaw(deviation: 1, freedom: freedom).reach(level: level), freedom: freedom)
  }

  /// Of the difference of two figures that are taken as independent (Welch, Biometrika 34, 1947).
  init(unpaired one: ErrorLaw, _ other: ErrorLaw) {
    let (left, right) = (one.deviation * one.deviation, other.deviation * other.deviation)
    let sum = left + right
    let uncertainty = left * left / one.freedom + right * right / other.freedom
    self.init(deviation: sum.squareRoot(), freedom: uncertainty > 0 ? sum * sum / uncertainty : .infinity)
  }
}

extension FigureReplicates {
  /// The degrees of freedom with which a figure's interval was made, of a pool of so many models.
  ///
  /// Where the run kept no replicates: as few as pairs of models allow. One pair's intervals are of its subjects, and of
  /// those there are many.
  static func freedom(_ kept: FigureReplicates?, models: Int) -> Double {
    if let known = kept?.influence.variances()?.freedom, known.isFinite, known > 0 { return max(1, known) }
    let pairs = models / 2
    return pairs > 1 ? Double(pairs - 1) : .infinity
  }
}
