/// What stands on a report's cover and in its document control, as its author states it.
public struct DocumentControl: Codable, Equatable, Sendable {
  public var title: String?
  public var client: String?
  public var authors: [String] = []
  public var reviewers: [String] = []
  public var distribution: [String] = []
  /// Of the document, such as `1.0`.
  public var version: String?
  public var status: Status = .draft
  /// Such as `Confidential`; on the cover and every foot.
  public var classification: String?
  /// Until when the document is kept, `yyyy-mm-dd`.
  public var retention: String?
  /// A folder with the brand, as written; relative to the manifest.
  public var brand: String?
  /// Of a ``Language`` other than the brand's or English.
  public var language: String?

  public enum Status: String, Codable, CaseIterable, Sendable { case draft, final }

  public init() {}
}
