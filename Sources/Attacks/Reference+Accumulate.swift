import Study

/// Sums over the references of one side, record by record: the hot loops of every attack with references.
///
/// Membership is random, so a branch on it would be mispredicted half the time; a weight of 0 or 1 is multiplied in
/// instead, which changes no bit of a sum of finite values.
///
/// Values are added in the pool's order. Two records whose references answer alike, but in another order, may therefore
/// get sums, and scores, that differ in the last bit and do not tie.
extension Reference {
  /// Adds this reference's values to `sums`, and 1 to `counts`, where it did, or did not, train on the record.
  func accumulate(_ values: [Double], trained: Bool, sums: inout [Double], counts: inout [Double]) {
    let records = sums.count
    precondition(values.count == records && membership.count == records && counts.count == records)
    let other: UInt8 = trained ? 0 : 1
    membership.withUnsafeBytes { bits in
      values.withUnsafeBufferPointer { values in
        sums.withUnsafeMutableBufferPointer { sums in
          counts.withUnsafeMutableBufferPointer { counts in
            for record in 0..<records {
              let weight = Double(Int32(bits[record] ^ other))
              sums[record] += weight * values[record]
              counts[record] += weight
            }
          }
        }
      }
    }
  }

  /// Adds the squared distances of this reference's values from `centres`, likewise.
  func accumulateSquares(_ values: [Double], about centres: [Double], trained: Bool, squares: inout [Double]) {
    let records = squares.count
    precondition(values.count == records && membership.count == records && centres.count == records)
    let other: UInt8 = trained ? 0 : 1
    membership.withUnsafeBytes { bits in
      values.withUnsafeBufferPointer { values in
        centres.withUnsafeBufferPointer { centres in
          squares.withUnsafeMutableBufferPointer { squares in
            for record in 0..<records {
              let distance = Double(Int32(bits[record] ^ other)) * (values[record] - centres[record])
              squares[record] += distance * distance
            }
          }
        }
      }
    }
  }
}
