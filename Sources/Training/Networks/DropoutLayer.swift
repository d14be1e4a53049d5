import CKernels
package import Maths

/// Leaves out values by coins while the network trains; hands all on when it answers.
final class DropoutLayer: Layer {
  private let width: Int
  private let share: Double
  /// Nil once the network only answers.
  private let coins: Coins?
  private let mask: Buffer<Float>

  init(width: Int, share: Double, batch: Int, coins: Coins?) {
    (self.width, self.share, self.coins) = (width, share, coins)
    mask = Buffer(coins == nil ? 0 : batch * width, filledWith: 0)
  }

  func forward(_ input: Floats, _ output: Floats, rows: Int) {
    let count = rows * width
    guard let coins, coins.falling else {
      output.update(from: input, count: count)
      return
    }
    coins.fill(mask.base, count: count, share: share)
    for index in 0..<count { output[index] = input[index] * mask.base[index] }
  }

  func backward(_ input: Floats, _ output: Floats, _ delta: Floats, below: Floats?, rows: Int) {
    guard let below else { return }
    for index in 0..<rows * width { below[index] = delta[index] * mask.base[index] }
  }
}

/// The coins of a network's dropout.
package final class Coins {
  private var stream: Maths.Stream
  /// Whether values are left out now.
  var falling = true

  package init(_ stream: Maths.Stream) { self.stream = stream }

  /// 0 with probability `share`, else 1 over the rest: one word serves four values.
  package func fill(_ mask: Floats, count: Int, share: Double) {
    let bound = UInt64((share * 65536).rounded())
    let kept = Float(65536 / (65536 - Double(bound)))
    for start in stride(from: 0, to: count, by: 4) {
      var word = stream.next()
      for index in start..<min(start + 4, count) {
        mask[index] = word & 0xffff < bound ? 0 : kept
        word >>= 16
      }
    }
  }
}
