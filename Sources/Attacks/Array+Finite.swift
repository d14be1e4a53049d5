import Study

extension [Double] {
  /// These scores, if each is a finite number.
  func allFinite() throws(AttackError) -> [Double] {
    if let record = firstIndex(where: { !$0.isFinite }) { throw .notFinite(record: record) }
    return self
  }
}
