import CKernels
import Maths

/// A matrix that lies in someone else's memory, row-major or transposed.
///
/// The memory must outlive the view.
struct MatrixView {
  let base: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int
  /// Elements between a row and the next.
  let rowStride: Int
  /// Elements between a column and the next.
  let columnStride: Int

  init(_ base: UnsafeMutablePointer<Float>, rows: Int, columns: Int) {
    self.init(base: base, rows: rows, columns: columns, rowStride: columns, columnStride: 1)
  }

  private init(base: UnsafeMutablePointer<Float>, rows: Int, columns: Int, rowStride: Int, columnStride: Int) {
    self.base = base
    self.rows = rows
    self.columns = columns
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  /// The same memory with rows and columns exchanged.
  var transposed: MatrixView {
    MatrixView(base: base, rows: columns, columns: rows, rowStride: columnStride, columnStride: rowStride)
  }

  /// Stores `scale * (left right)` here, or adds it.
  ///
  /// - Precondition: The shapes agree, this view is not transposed, and `scratch` holds `rk_pack_count` of the columns
  ///   of `left`.
  func store(
    _ left: MatrixView, times right: MatrixView, scale: Float = 1, adding: Bool = false, path: KernelPath,
    scratch: Buffer<Float>
  ) {
    precondition(left.rows == rows && right.columns == columns && left.columns == right.rows && columnStride == 1)
    precondition(scratch.count >= rk_pack_count(left.columns))
    rk_gemm(
      path.code, rows, columns, left.columns, scale, left.base, left.rowStride, left.columnStride, right.base,
      right.rowStride, right.columnStride, adding ? 1 : 0, base, rowStride, scratch.base)
  }
}
