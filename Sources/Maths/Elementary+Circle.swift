extension Elementary {
  /// Cosine and sine of a fraction of a turn, `part / whole`, in plain arithmetic; errors stay below 2e-16.
  ///
  /// - Precondition: `part` is in `0..<whole`, and `whole` is a multiple of 8.
  package static func circle(_ part: Int, of whole: Int) -> (cosine: Double, sine: Double) {
    precondition(whole > 0 && whole % 8 == 0 && (0..<whole).contains(part), "a part lies within its whole")
    // Whole numbers place the angle in its octant exactly.
    let eighth = whole / 8
    let octant = part / eighth
    let rest = part % eighth
    let isOdd = octant % 2 == 1
    let angle = 6.283185307179586476925 * (Double(isOdd ? eighth - rest : rest) / Double(whole))
    let (c, s) = (cosineOfEighth(angle), sineOfEighth(angle))
    switch octant {
    case 0: return (c, s)
    case 1: return (s, c)
    case 2: return (-s, c)
    case 3: return (-c, s)
    case 4: return (-c, -s)
    case 5: return (-s, -c)
    case 6: return (s, -c)
    default: return (c, -s)
    }
  }

  /// Taylor's series on 0...pi/4: the first term left out is below 1e-18.
  private static func cosineOfEighth(_ x: Double) -> Double {
    let z = x * x
    var p = -1.0 / 6_402_373_705_728_000 * z + 1.0 / 20_922_789_888_000
    p = p * z - 1.0 / 87_178_291_200
    p = p * z + 1.0 / 479_001_600
    p = p * z - 1.0 / 3_628_800
    p = p * z + 1.0 / 40_320
    p = p * z - 1.0 / 720
    p = p * z + 1.0 / 24
    return 1 - (0.5 * z - z * z * p)
  }

  private static func sineOfEighth(_ x: Double) -> Double {
    let z = x * x
    var p = 1.0 / 355_687_428_096_000 * z - 1.0 / 1_307_674_368_000
    p = p * z + 1.0 / 6_227_020_800
    p = p * z - 1.0 / 39_916_800
    p = p * z + 1.0 / 362_880
    p = p * z - 1.0 / 5_040
    p = p * z + 1.0 / 120
    p = p * z - 1.0 / 6
    return x + x * z * p
  }
}
