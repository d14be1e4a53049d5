import CKernels

/// Sums over models, record by record, that do not depend on the order of the models.
///
/// What each addition rounds off is kept and added at the end, so the result is the exact sum, rounded once, unless the
/// values of a record span more than 40 powers of two.
package struct ExactSums: Sendable {
  /// N numbers of values added.
  package private(set) var counts: [Double]
  private var sums: [Double]
  private var rests: [Double]

  /// Over the models that did, or did not, train on the record.
  package init(records: Int, values: [[Double]], trained: [[Bool]], inside: Bool) {
    precondition(values.count == trained.count && trained.allSatisfy { $0.count == records })
    self.init(zeros: records, values)
    counts.withUnsafeMutableBufferPointer { counts in
      sums.withUnsafeMutableBufferPointer { sums in
        rests.withUnsafeMutableBufferPointer { rests in
          for block in Blocks(of: records) {
            for (values, trained) in zip(values, trained) {
              values.withUnsafeBufferPointer { values in
                trained.withUnsafeBufferPointer { trained in
                  rk_add_side(
                    KernelPath.best.code, block.count, values.at(block), trained.at(block), inside, sums.at(block),
                    rests.at(block), counts.at(block))
                }
              }
            }
          }
        }
      }
    }
  }

  /// Over all models.
  package init(records: Int, values: [[Double]]) {
    self.init(zeros: records, values)
    sums.withUnsafeMutableBufferPointer { sums in
      rests.withUnsafeMutableBufferPointer { rests in
        for block in Blocks(of: records) {
          for values in values {
            values.withUnsafeBufferPointer {
              rk_add(KernelPath.best.code, block.count, $0.at(block), sums.at(block), rests.at(block))
            }
          }
        }
      }
    }
    counts = [Double](repeating: Double(values.count), count: records)
  }

  private init(zeros records: Int, _ values: [[Double]]) {
    precondition(values.allSatisfy { $0.count == records }, "each model needs a value a record")
    counts = [Double](repeating: 0, count: records)
    sums = counts
    rests = counts
  }

  /// N means; no number where nothing was added.
  package var means: [Double] {
    counts.indices.map { (sums[$0] + rests[$0]) / counts[$0] }
  }
}
