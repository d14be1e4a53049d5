/// The levels of a ``FourierTransform``, over raw memory.
struct FourierPass {
  typealias Four = SIMD4<Double>

  let re: UnsafeMutablePointer<Double>
  let im: UnsafeMutablePointer<Double>
  let cosines: UnsafePointer<Double>
  let sines: UnsafePointer<Double>

  /// The twiddles of a block and of the first of its two halves; the second half's is i times the first's.
  private struct Twiddles {
    let c: Double
    let s: Double
    let c2: Double
    let s2: Double
  }

  @inline(__always)
  private func twiddles(_ block: Int) -> Twiddles {
    Twiddles(c: cosines[block], s: sines[block], c2: cosines[2 * block], s2: sines[2 * block])
  }

  func forward(_ start: Int, _ size: Int, block: Int) {
    guard size >= 4 else { return size == 2 ? pair(start, block) : () }
    let quarter = size / 4
    let w = twiddles(block)
    if quarter == 1 { return forwardFour(start, w) }
    if quarter == 2 {
      forwardStep(start, quarter, w, Double.self)
    } else {
      forwardStep(start, quarter, w, Four.self)
    }
    for child in 0..<4 { forward(start + child * quarter, quarter, block: 4 * block + child) }
  }

  func inverse(_ start: Int, _ size: Int, block: Int) {
    guard size >= 4 else { return size == 2 ? inversePair(start, block) : () }
    let quarter = size / 4
    let w = twiddles(block)
    if quarter == 1 { return inverseFour(start, w) }
    for child in 0..<4 { inverse(start + child * quarter, quarter, block: 4 * block + child) }
    if quarter == 2 {
      inverseStep(start, quarter, w, Double.self)
    } else {
      inverseStep(start, quarter, w, Four.self)
    }
  }

  @inline(__always)
  private func load<Lane: Lanes>(_ pointer: UnsafeMutablePointer<Double>, _ at: Int) -> Lane {
    UnsafeRawPointer(pointer + at).loadUnaligned(as: Lane.self)
  }

  @inline(__always)
  private func store<Lane: Lanes>(_ value: Lane, _ pointer: UnsafeMutablePointer<Double>, _ at: Int) {
    UnsafeMutableRawPointer(pointer + at).storeBytes(of: value, as: Lane.self)
  }

  @inline(__always)
  private func forwardStep<Lane: Lanes>(_ start: Int, _ quarter: Int, _ w: Twiddles, _ lane: Lane.Type) {
    let (c, s, c2, s2) = (Lane(all: w.c), Lane(all: w.s), Lane(all: w.c2), Lane(all: w.s2))
    for at in stride(from: start, to: start + quarter, by: Lane.width) {
      let (r0, i0): (Lane, Lane) = (load(re, at), load(im, at))
      let (r1, i1): (Lane, Lane) = (load(re, at + quarter), load(im, at + quarter))
      let (r2, i2): (Lane, Lane) = (load(re, at + 2 * quarter), load(im, at + 2 * quarter))
      let (r3, i3): (Lane, Lane) = (load(re, at + 3 * quarter), load(im, at + 3 * quarter))
      let (tr2, ti2) = (r2 * c - i2 * s, r2 * s + i2 * c)
      let (tr3, ti3) = (r3 * c - i3 * s, r3 * s + i3 * c)
      let (ur0, ui0, ur2, ui2) = (r0 + tr2, i0 + ti2, r0 - tr2, i0 - ti2)
      let (ur1, ui1, ur3, ui3) = (r1 + tr3, i1 + ti3, r1 - tr3, i1 - ti3)
      let (vr1, vi1) = (ur1 * c2 - ui1 * s2, ur1 * s2 + ui1 * c2)
      let (vr3, vi3) = (ur3 * c2 - ui3 * s2, ur3 * s2 + ui3 * c2)
      store(ur0 + vr1, re, at)
      store(ui0 + vi1, im, at)
      store(ur0 - vr1, re, at + quarter)
      store(ui0 - vi1, im, at + quarter)
      // times i
      store(ur2 - vi3, re, at + 2 * quarter)
      store(ui2 + vr3, im, at + 2 * quarter)
      store(ur2 + vi3, re, at + 3 * quarter)
      store(ui2 - vr3, im, at + 3 * quarter)
    }
  }

  @inline(__always)
  private func inverseStep<Lane: Lanes>(_ start: Int, _ quarter: Int, _ w: Twiddles, _ lane: Lane.Type) {
    let (c, s, c2, s2) = (Lane(all: w.c), Lane(all: w.s), Lane(all: w.c2), Lane(all: w.s2))
    for at in stride(from: start, to: start + quarter, by: Lane.width) {
      let (r0, i0): (Lane, Lane) = (load(re, at), load(im, at))
      let (r1, i1): (Lane, Lane) = (load(re, at + quarter), load(im, at + quarter))
      let (r2, i2): (Lane, Lane) = (load(re, at + 2 * quarter), load(im, at + 2 * quarter))
      let (r3, i3): (Lane, Lane) = (load(re, at + 3 * quarter), load(im, at + 3 * quarter))
      let (ur0, ui0, dr1, di1) = (r0 + r1, i0 + i1, r0 - r1, i0 - i1)
      let (ur2, ui2) = (r2 + r3, i2 + i3)
      // over i
      let (dr3, di3) = (i2 - i3, r3 - r2)
      let (ur1, ui1) = (dr1 * c2 + di1 * s2, di1 * c2 - dr1 * s2)
      let (ur3, ui3) = (dr3 * c2 + di3 * s2, di3 * c2 - dr3 * s2)
      let (er2, ei2) = (ur0 - ur2, ui0 - ui2)
      let (er3, ei3) = (ur1 - ur3, ui1 - ui3)
      store(ur0 + ur2, re, at)
      store(ui0 + ui2, im, at)
      store(ur1 + ur3, re, at + quarter)
      store(ui1 + ui3, im, at + quarter)
      store(er2 * c + ei2 * s, re, at + 2 * quarter)
      store(ei2 * c - er2 * s, im, at + 2 * quarter)
      store(er3 * c + ei3 * s, re, at + 3 * quarter)
      store(ei3 * c - er3 * s, im, at + 3 * quarter)
    }
  }

  private func forwardFour(_ start: Int, _ w: Twiddles) { forwardStep(start, 1, w, Double.self) }

  private func inverseFour(_ start: Int, _ w: Twiddles) { inverseStep(start, 1, w, Double.self) }

  private func pair(_ start: Int, _ block: Int) {
    let (c, s) = (cosines[block], sines[block])
    let (r, i) = (re[start + 1] * c - im[start + 1] * s, re[start + 1] * s + im[start + 1] * c)
    (re[start + 1], im[start + 1]) = (re[start] - r, im[start] - i)
    (re[start], im[start]) = (re[start] + r, im[start] + i)
  }

  private func inversePair(_ start: Int, _ block: Int) {
    let (c, s) = (cosines[block], sines[block])
    let (r, i) = (re[start] - re[start + 1], im[start] - im[start + 1])
    (re[start], im[start]) = (re[start] + re[start + 1], im[start] + im[start + 1])
    (re[start + 1], im[start + 1]) = (r * c + i * s, i * c - r * s)
  }
}

/// One number or four, so that a step is written once.
protocol Lanes {
  static var width: Int { get }
  init(all value: Double)
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
}

extension Double: Lanes {
  static var width: Int { 1 }
  @inline(__always) init(all value: Double) { self = value }
}

extension SIMD4<Double>: Lanes {
  static var width: Int { 4 }
  @inline(__always) init(all value: Double) { self.init(repeating: value) }
}
