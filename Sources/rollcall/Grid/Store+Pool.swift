import Files
import Foundation
import Study
import Training

extension StudyData {
  /// The pool's name in a store: records, population, K and seed.
  var poolKey: String {
    Digest.hex(of: Array("pool/1 \(digest) \(design.population.count) \(design.membership.models) \(seed)".utf8))
  }
}

extension Store {
  /// Keeps who trains what as arrays that NumPy opens: `membership.npy` [K, N] bool; `tested.npy` [N] and
  /// `population.npy` [Z], rows of the dataset; `labels.npy` and `subjects.npy`, one number a row of the dataset.
  func keep(_ study: StudyData, replacing: Bool) throws(StoreError) {
    if !replacing, case .found = read(.pools, study.poolKey) { return }
    let (design, records) = (study.design, study.loaded.records)
    try write(
      [
        "membership.npy": NPYArray(rows: (0..<design.membership.models).map { Array(design.membership.row($0)) }).bytes,
        "tested.npy": NPYArray(design.tested).bytes, "population.npy": NPYArray(design.population).bytes,
        "labels.npy": NPYArray(records.labels).bytes, "subjects.npy": NPYArray(records.subjects).bytes,
      ], .pools, study.poolKey)
  }
}
