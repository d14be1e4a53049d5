/// The two sides of a threshold that moves up.
struct SplitScan {
  var left = 0
  var leftSquares = 0
  var right: Int
  var rightSquares: Int
  /// Records on the left, however often drawn.
  var records = 0

  /// Moves `draws` of a class, which has `total` in the node and `before` on the left so far.
  @inline(__always)
  mutating func move(_ draws: Int, of total: Int, _ before: UnsafeMutablePointer<Int>) {
    let old = before.pointee
    leftSquares &+= draws &* (2 &* old &+ draws)
    rightSquares &-= draws &* (2 &* (total &- old) &- draws)
    left &+= draws
    right &-= draws
    before.pointee = old &+ draws
  }

  @inline(__always)
  var score: Double { Double(leftSquares) / Double(left) + Double(rightSquares) / Double(right) }
}
