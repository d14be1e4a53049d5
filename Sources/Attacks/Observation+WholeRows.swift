import Study

extension Observation {
  /// The summary of whole rows, which an attack that reads it declares in its needs.
  func wholeRows() throws(AttackError) -> RowSummary {
    guard let rows else { throw .missingSignal("probabilities of all classes") }
    return rows
  }
}
