/// How records are altered to be asked about again: R copies of each, from nearly the same to rather different.
public struct Alteration: Codable, Equatable, Sendable {
  /// R, even: the nearer half and the farther one are counted apart (``CopyShares``).
  public let copies: Int
  /// Of the last copy, the deviation of the noise on a number, in deviations of its column; less in the others.
  public let noise: Double
  /// Of the last copy, the probability that a category or truth is drawn anew; less in the others.
  public let exchange: Double

  /// - Precondition: two copies or more, an even number; noise 0 or more; exchange in 0...1.
  public init(copies: Int, noise: Double, exchange: Double) {
    precondition(copies > 0 && copies % 2 == 0 && noise >= 0 && (0...1).contains(exchange))
    self.copies = copies
    self.noise = noise
    self.exchange = exchange
  }

  /// What every attack that asks for copies gets.
  ///
  /// The best strength differs from model to model, and an attacker with labels alone has no references to tune it on: a
  /// ladder that rises with the square of the copy's number asks near, up to a quarter of full strength, and far.
  public static let standard = Alteration(copies: 16, noise: 1, exchange: 0.5)

  /// The share of full strength, in 0...1, of copy `copy`.
  func strength(of copy: Int) -> Double {
    let place = Double(copy + 1) / Double(copies)
    return place * place
  }
}
