import CKernels

/// Exact sums of K models' values, for each record over the models that trained on it and over those that did not.
///
/// Values are rounded to a grid of 2^-49 (for 64 models; coarser for more) and then added as whole numbers, as are their
/// squares. Whole numbers do not depend on an order: records of which the models say the same have the same sums, and
/// what a model added can be taken away again without a trace, which is how one pass over a pool serves all targets.
package struct SideSums: Sendable {
  /// N.
  package let records: Int
  /// The first record of which a model says no finite number; then no sum is made.
  package let firstNotFinite: Int?
  /// Steps a unit, for each record.
  private var grids: [Double]
  private let path: KernelPath
  /// As `rk_moments_add` lays them out, N numbers an array.
  private var sums: [UInt64]

  /// - Parameters:
  ///   - values: K arrays of N values.
  ///   - trained: K arrays of N truths: who trained on what.
  ///   - models: K or more; the grid follows from it.
  ///   - path: All give the same bits.
  package init(
    records: Int, values: [[Double]], trained: [[Bool]], models: Int, path: KernelPath = .best
  ) {
    precondition(values.count == trained.count && values.count <= models, "each model needs its truths")
    precondition(values.allSatisfy { $0.count == records } && trained.allSatisfy { $0.count == records })
    let largest = Self.largest(records, values, path)
    grids = [Double](repeating: 1, count: records)
    let exponent = Int32(Int.bitWidth - max(models - 1, 0).leadingZeroBitCount)
    let broken = rk_grids(records, exponent, largest, &grids)
    self.records = records
    self.path = path
    firstNotFinite = broken < 0 ? nil : broken
    sums = [UInt64](repeating: 0, count: rk_moments_sums * records)
    if firstNotFinite == nil { add(values, trained) }
  }

  /// For each record the bits of the largest magnitude.
  private static func largest(_ records: Int, _ values: [[Double]], _ path: KernelPath) -> [UInt64] {
    var largest = [UInt64](repeating: 0, count: records)
    largest.withUnsafeMutableBufferPointer { largest in
      for block in Blocks(of: records) {
        for values in values {
          values.withUnsafeBufferPointer {
            rk_largest(path.code, block.count, $0.at(block), largest.at(block))
          }
        }
      }
    }
    return largest
  }

  private mutating func add(_ values: [[Double]], _ trained: [[Bool]]) {
    grids.withUnsafeBufferPointer { grids in
      sums.withUnsafeMutableBufferPointer { sums in
        for block in Blocks(of: records) {
          for (values, trained) in zip(values, trained) {
            values.withUnsafeBufferPointer { values in
              trained.withUnsafeBufferPointer { trained in
                rk_moments_add(
                  path.code, block.count, values.at(block), trained.at(block), grids.at(block), records,
                  sums.at(block))
              }
            }
          }
        }
      }
    }
  }

  /// Counts, means and deviations of both sides, with up to two of the models taken away.
  ///
  /// Whether one of two complementary models or the other trained on a record does not show in the result.
  package func moments(
    without values: [[Double]], trained: [[Bool]]
  ) -> (outside: SideMoments, inside: SideMoments) {
    precondition(values.count <= 2 && values.count == trained.count, "at most two models can be left out")
    precondition(values.allSatisfy { $0.count == records } && trained.allSatisfy { $0.count == records })
    var outside = SideMoments(records: records)
    var inside = SideMoments(records: records)
    var fewest: [UInt64] = [0, 0]
    withPointers(to: values[...]) { values in
      withPointers(to: trained[...]) { trained in
        outside.withPointers { outside in
          inside.withPointers { inside in
            rk_fit_sides(
              path.code, records, sums, grids, Int32(values.count), values, trained, [outside, inside],
              &fewest)
          }
        }
      }
    }
    outside.fewest = Int(fewest[0])
    inside.fewest = Int(fewest[1])
    return (outside, inside)
  }

  /// Values rounded as those that were added, so that a value which all models give is no distance from their mean.
  package func onGrid(_ values: [Double]) -> [Double] {
    precondition(values.count == records)
    return [Double](unsafeUninitializedCapacity: records) { rounded, count in
      rk_to_grid(path.code, records, grids, values, rounded.baseAddress)
      count = records
    }
  }
}

/// What is made of the sums of one side: one value a record.
public struct SideMoments: Equatable, Sendable {
  /// How many models there are: N whole numbers.
  public private(set) var counts: [Double]
  /// How many the record has that has fewest.
  public fileprivate(set) var fewest = 0
  /// N means; 0 where there is no model.
  public private(set) var means: [Double]
  /// N standard deviations about the mean, over the count: 0 just where all models give one value.
  public private(set) var deviations: [Double]

  /// Room that is to be written whole before it is read: what fits a pool's pairs spends no time on zeroes.
  fileprivate init(records: Int) {
    func room() -> [Double] { [Double](unsafeUninitializedCapacity: records) { $1 = records } }
    (counts, means, deviations) = (room(), room(), room())
  }

  fileprivate mutating func withPointers(_ body: (rk_moments) -> Void) {
    counts.withUnsafeMutableBufferPointer { counts in
      means.withUnsafeMutableBufferPointer { means in
        deviations.withUnsafeMutableBufferPointer { deviations in
          body(
            rk_moments(counts: counts.baseAddress, means: means.baseAddress, deviations: deviations.baseAddress))
        }
      }
    }
  }
}

/// Calls `body` with where each array begins.
private func withPointers<Element>(
  to arrays: ArraySlice<[Element]>, before: [UnsafePointer<Element>?] = [],
  _ body: ([UnsafePointer<Element>?]) -> Void
) {
  guard let first = arrays.first else { return body(before) }
  first.withUnsafeBufferPointer { withPointers(to: arrays.dropFirst(), before: before + [$0.baseAddress], body) }
}
