import CKernels
package import Maths
package import Study

/// Logits that are linear in the prepared features.
package struct LinearModel: Model {
  let preparation: Preparation
  /// D x C.
  package let weights: Matrix
  /// C.
  package let biases: [Float]
  let path: KernelPath
  package let work: Double

  package func signal(for records: Records) -> Signal {
    let inputs = preparation.matrix(of: records.design, rows: 0..<records.count)
    let (features, coefficients) = (Buffer(inputs.elements, filler: 0), Buffer(weights.elements, filler: 0))
    let logits = Buffer<Float>(inputs.rows * biases.count, filledWith: 0)
    MatrixView(logits.base, rows: inputs.rows, columns: biases.count).store(
      MatrixView(features.base, rows: inputs.rows, columns: inputs.columns),
      times: MatrixView(coefficients.base, rows: inputs.columns, columns: biases.count), path: path,
      scratch: Buffer(rk_pack_count(inputs.columns), filledWith: 0))
    rk_add_row(path.code, inputs.rows, biases.count, biases, logits.base)
    return Signal(
      kind: .logits, resolution: 0,
      values: Matrix(rows: inputs.rows, columns: biases.count, elements: logits.elements))
  }
}
