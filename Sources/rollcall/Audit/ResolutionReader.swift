/// Finds from printed probabilities how finely they are told.
struct ResolutionReader: Equatable, Sendable {
  /// h, and why.
  enum Finding: Equatable, Sendable {
    case votes(Int)
    case decimals(Int)
    case exact
    case given(Double)

    /// In 0..<0.5.
    var h: Double {
      switch self {
      case .votes(let count): 1 / Double(2 * count)
      case .decimals(let count): 0.5 / (0..<count).reduce(1.0) { power, _ in power * 10 }
      case .exact: 0
      case .given(let h): h
      }
    }

    var text: String {
      switch self {
      case .votes(let count): "\(h), half of one vote in \(count)"
      case .decimals(let count): "\(h), half a step of \(count) decimal\(count == 1 ? "" : "s")"
      case .exact: "0, as many digits as a number holds"
      case .given: "\(h), as given"
      }
    }
  }

  /// Numbers of votes that all values so far are shares of.
  private var votes = Array(2...1_000)
  private var decimals = 0
  /// Values other than 0 and 1.
  private var seen = 0
  /// Then the smallest number of votes left alone is kept: it is the one that counts.
  private static let enough = 20_000
  /// Fewer values may be shares of some number by chance.
  private static let fewest = 10
  /// Beyond, digits are those of a floating-point number and not of rounding.
  private static let mostDecimals = 10

  mutating func see(_ value: Double, decimals count: Int) {
    if count > decimals { decimals = count }
    guard value != 0, value != 1 else { return }
    seen += 1
    guard !votes.isEmpty else { return }
    votes.removeAll { !Self.isShare(value, of: $0) }
    if seen == Self.enough, votes.count > 1 { votes = [votes[0]] }
  }

  private static func isShare(_ value: Double, of votes: Int) -> Bool {
    let product = value * Double(votes)
    let count = product.rounded()
    // What is printed of a share may be cut at 7 digits; but next to 0 or 1 only those themselves are no votes or all.
    return abs(product - count) <= 1e-7 * Double(votes) && count > 0 && count < Double(votes)
  }

  var finding: Finding {
    if seen >= Self.fewest, let least = votes.first { return .votes(least) }
    if decimals > Self.mostDecimals { return .exact }
    return .decimals(max(1, decimals))
  }
}
