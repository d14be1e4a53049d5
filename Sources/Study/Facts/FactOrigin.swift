/// Where a fact comes from, of when it is, and how far it was checked.
public struct FactOrigin: Codable, Equatable, Sendable {
  /// How a fact was checked.
  public enum Confidence: String, Codable, CaseIterable, Sendable {
    /// The statute, paper or publisher's page itself was read.
    case primary
    /// Two independent reports of it agree.
    case twoSecondary = "two-secondary"
    /// One report of it.
    case secondary
    /// General knowledge, not set against a source.
    case generalKnowledge = "general-knowledge"
    /// A rule of this project; nobody else's.
    case convention
    /// In circulation without any published source.
    case claim
    /// A judgement without a source.
    case estimate
    /// Stated by the client or the consultant.
    case client
    /// Found by the study itself.
    case measured
  }

  public struct Source: Codable, Equatable, Sendable {
    public var title: String
    public var url: String?
    public init(title: String, url: String?) {
      self.title = title
      self.url = url
    }
  }

  public var sources: [Source]
  /// `yyyy-mm` or `yyyy-mm-dd`.
  public var asOf: String
  public var confidence: Confidence

  public init(sources: [Source], asOf: String, confidence: Confidence) {
    self.sources = sources
    self.asOf = asOf
    self.confidence = confidence
  }

  /// Days after which a fact is marked for a new check.
  public static let freshDays = 180

  /// Whether the fact is older than ``freshDays`` on a day; a month counts from its first day.
  public func isStale(on day: CalendarDate) -> Bool {
    guard let own = CalendarDate(asOf) ?? CalendarDate(asOf + "-01") else { return true }
    return day.dayNumber - own.dayNumber > Self.freshDays
  }
}

extension FactOrigin {
  /// What an entry states of where it comes from.
  public static let keys = ["source", "as-of", "confidence"]

  /// The keys `source`, `as-of` and `confidence` of an entry, or those of the entry that it stands in.
  ///
  /// `source` is a text, `{title, url}` or a list of them.
  /// - Throws: ``ManifestError`` naming what is missing.
  public init(_ node: FactNode, inheriting parent: FactOrigin? = nil) throws(ManifestError) {
    if let source = node["source"] {
      sources = try Self.sources(source)
    } else if let parent {
      sources = parent.sources
    } else {
      throw node.error("has no 'source': say where it comes from")
    }
    if let date = node["as-of"] {
      asOf = try date.text()
      guard CalendarDate(asOf) != nil || CalendarDate(asOf + "-01") != nil else {
        throw date.error("must be a month or a day, yyyy-mm or yyyy-mm-dd")
      }
    } else if let parent {
      asOf = parent.asOf
    } else {
      throw node.error("has no 'as-of': say of which month it is, yyyy-mm")
    }
    if let how = node["confidence"] {
      confidence = try how.word(Confidence.self)
    } else if let parent {
      confidence = parent.confidence
    } else {
      throw node.error(
        "has no 'confidence': say how it was checked (\(Confidence.allCases.map(\.rawValue).joined(separator: ", ")))")
    }
  }

  /// What no address holds unescaped (RFC 3986).
  private static let unsafe = Set("<>\"\\^`{|}".utf8)

  private static func sources(_ node: FactNode) throws(ManifestError) -> [Source] {
    switch node.content {
    case .list(let nodes):
      var result: [Source] = []
      for node in nodes { result += try sources(node) }
      guard !result.isEmpty else { throw node.error("is empty: say where it comes from") }
      return result
    case .mapping:
      try node.allow(["title", "url"])
      let url = try node["url"]?.text()
      if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
        throw node.error("must have a url that starts with https://")
      }
      if let url, !url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Self.unsafe.contains($0) }) {
        throw node.error("must have a url of plain letters, digits and signs: write others as %XX")
      }
      return [Source(title: try node.member("title").text(), url: url)]
    case .scalar, .null: return [Source(title: try node.text(), url: nil)]
    }
  }
}
