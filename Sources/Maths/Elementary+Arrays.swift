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
    // The exponents of such are all ones. Their largest is found without a branch, which matters: all scores pass here.
    var largest: UInt64 = 0
    for value in self { largest = Swift.max(largest, value.bitPattern & Double.infinity.bitPattern) }
    return largest == Double.infinity.bitPattern ? firstIndex { !$0.isFinite } : nil
  }
}
