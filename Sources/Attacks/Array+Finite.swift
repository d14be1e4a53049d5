import Maths
import Study

extension [Double] {
  /// These values, if each is a finite number: one that is not would be ranked or fitted without a word.
  func allFinite() throws(AttackError) -> [Double] {
    if let record = firstNotFinite { throw .notFinite(record: record) }
    return self
  }
}
