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
        "membership.npy": NPY.data((0..<design.membership.models).map { Array(design.membership.row($0)) }),
        "tested.npy": NPY.data(design.tested), "population.npy": NPY.data(design.population),
        "labels.npy": NPY.data(records.labels), "subjects.npy": NPY.data(records.subjects),
      ], .pools, study.poolKey)
  }
}
