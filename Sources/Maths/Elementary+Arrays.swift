import CKernels

extension Elementary {
  /// The natural logarithms of normal numbers above 0, several at a time; the bits of ``log(_:)-(Double)``.
  package static func logs(_ values: [Double]) -> [Double] {
    var result = values
    rk_logs(KernelPath.best.code, result.count, &result)
    return result
  }
}

extension [Double] {
  /// The first that is no finite number; nil where all are.
  package var firstNotFinite: Int? {
    // The exponents of such are all ones, so that one more carries into the sign's place: no branch, since all scores
    // pass here.
    let exponent = Double.infinity.bitPattern
    let one = Double.leastNormalMagnitude.bitPattern
    var carries: UInt64 = 0
    for value in self { carries |= (value.bitPattern & exponent) &+ one }
    return carries >> 63 == 1 ? firstIndex { !$0.isFinite } : nil
  }
}
