/// What a file asks of law and costs outside a study: an `engagement` as a manifest has it, and what a study would add.
public struct MoneyQuestion: Equatable, Sendable {
  public var engagement: Engagement
  /// Such as `High`; nil where none is stated.
  public var rating: String?
  public var seed: UInt64?
  /// `yyyy-mm-dd`.
  public var date: String?

  /// Reads `engagement`, `rating`, `seed` and `date`.
  ///
  /// - Parameters:
  ///   - text: UTF-8 YAML.
  ///   - file: How messages call the file.
  /// - Throws: ``ManifestError`` with file, line and column.
  public init(_ text: [UInt8], file: String) throws(ManifestError) {
    let root = try ManifestNode.root(of: text, file: file, kind: "a file of inputs")
    let members = try root.members(of: "the file", known: ["engagement", "rating", "seed", "date"])
    guard let node = members["engagement"] else {
      throw root.error("the file has no 'engagement': add it as a manifest has it")
    }
    engagement = try node.engagement()
    rating = try members["rating"]?.text(of: "rating", longest: 64)
    seed = try members["seed"].map { node throws(ManifestError) in UInt64(try node.whole(of: "seed", in: 0...Int.max)) }
    date = try members["date"].map { node throws(ManifestError) in try Manifest.date(node) }
  }
}
