import CKernels

/// The products of matrices that an epoch of the wide network is made of, and nothing else: what no network can beat.
enum ProductsRow: Row {
  static let name = "networks"

  private static let (inputs, hidden, outputs, batch, steps) = (600, 256, 100, 128, 20_000 / 128)

  static func timings() -> [Timing] {
    let path = rk_best_path()
    var made: [[Float]] = []
    for size in [
      batch * inputs, inputs * hidden, batch * hidden, hidden * outputs, batch * outputs, batch * hidden,
      inputs * hidden,
      hidden * outputs, Int(rk_pack_count(max(inputs, hidden, outputs, batch))),
    ] { made.append((0..<size).map { Float($0 % 7) - 3 }) }
    var (x, w1, h, w2, o, dh, g1, g2, pack) = (
      made[0], made[1], made[2], made[3], made[4], made[5], made[6], made[7], made[8]
    )
    return [
      Stopwatch.time("products of an epoch, MLP 600-256-100, batch 128", runs: 5) {
        for _ in 0..<steps {
          rk_gemm(path, batch, hidden, inputs, 1, x, inputs, 1, w1, hidden, 1, 0, &h, hidden, &pack)
          rk_gemm(path, batch, outputs, hidden, 1, h, hidden, 1, w2, outputs, 1, 0, &o, outputs, &pack)
          rk_gemm(path, batch, hidden, outputs, 1, o, outputs, 1, w2, 1, outputs, 0, &dh, hidden, &pack)
          rk_gemm(path, inputs, hidden, batch, 1e-9, x, 1, inputs, dh, hidden, 1, 0, &g1, hidden, &pack)
          rk_gemm(path, hidden, outputs, batch, 1e-9, h, 1, hidden, o, outputs, 1, 0, &g2, outputs, &pack)
        }
      }
    ]
  }
}
