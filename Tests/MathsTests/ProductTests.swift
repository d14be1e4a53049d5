import CKernels
import Maths
import Testing

@Suite("Matrix products")
struct ProductTests {
  /// The sizes at which tiles begin and end, on every path.
  static let rows = [1, 2, 5, 12, 13, 31]
  static let widths = [1, 2, 15, 16, 17, 31, 32, 33, 70]
  static let depths = [0, 1, 7, 40]
  static let paths = KernelPath.allCases.filter(\.isSupported)

  @Test("agree with Float64 for every shape, transposition and beta", arguments: paths)
  func reference(path: KernelPath) {
    var worst = 0.0
    everyCase { product in
      let found = product.result(path)
      for (index, wanted) in product.reference().enumerated() {
        worst = max(worst, abs(Double(found[index]) - wanted))
      }
    }
    // Sums of at most 40 products below 1 in size.
    #expect(worst < 1e-5)
  }

  @Test("have the same bits on every path", arguments: paths)
  func bits(path: KernelPath) {
    everyCase { product in
      #expect(product.result(path).map(\.bitPattern) == product.result(.scalar).map(\.bitPattern))
    }
  }

  @Test("do not read what beta 0 overwrites", arguments: paths)
  func overwrites(path: KernelPath) {
    var product = Product(rows: 5, columns: 20, depth: 3, isLeftTransposed: false, isRightTransposed: false, beta: 0)
    product.start = product.start.map { _ in .nan }
    let result = product.result(path)
    #expect(result.allSatisfy(\.isFinite))
  }

  private func everyCase(_ check: (Product) -> Void) {
    for rows in Self.rows {
      for columns in Self.widths {
        for depth in Self.depths {
          for transposed in [(false, false), (true, false), (false, true)] {
            for beta: Float in [0, 1, -0.5] {
              check(
                Product(
                  rows: rows, columns: columns, depth: depth, isLeftTransposed: transposed.0,
                  isRightTransposed: transposed.1, beta: beta))
            }
          }
        }
      }
    }
  }
}

/// Two random matrices and a third that their product joins.
private struct Product {
  let rows: Int
  let columns: Int
  let depth: Int
  let isLeftTransposed: Bool
  let isRightTransposed: Bool
  let alpha: Float = 0.75
  let beta: Float
  let left: [Float]
  let right: [Float]
  var start: [Float]

  init(rows: Int, columns: Int, depth: Int, isLeftTransposed: Bool, isRightTransposed: Bool, beta: Float) {
    (self.rows, self.columns, self.depth, self.beta) = (rows, columns, depth, beta)
    (self.isLeftTransposed, self.isRightTransposed) = (isLeftTransposed, isRightTransposed)
    left = numbers(rows * depth, seed: 1)
    right = numbers(depth * columns, seed: 2)
    start = numbers(rows * columns, seed: 3)
  }

  private var leftStrides: (Int, Int) { isLeftTransposed ? (1, rows) : (depth, 1) }
  private var rightStrides: (Int, Int) { isRightTransposed ? (1, depth) : (columns, 1) }

  func result(_ path: KernelPath) -> [Float] {
    var result = start
    var pack = [Float](repeating: .nan, count: rk_pack_count(depth))
    rk_gemm(
      path.code, rows, columns, depth, alpha, left, leftStrides.0, leftStrides.1, right, rightStrides.0,
      rightStrides.1, beta, &result, columns, &pack)
    return result
  }

  func reference() -> [Double] {
    (0..<rows * columns).map { index in
      let (row, column) = (index / columns, index % columns)
      var sum = 0.0
      for k in 0..<depth {
        sum +=
          Double(left[row * leftStrides.0 + k * leftStrides.1])
          * Double(right[k * rightStrides.0 + column * rightStrides.1])
      }
      return Double(alpha) * sum + Double(beta) * Double(start[index])
    }
  }
}
