/// How far records are from another answer, asked of labels alone: two models of each cell are trained again to be asked.
public struct BoundaryOptions: Equatable, Sendable {
  /// Models that are asked, of one complementary pair.
  public static let targets = 2
  /// Records under test that are asked about.
  public var records = 500
  /// Labels a record, at most.
  public var queries = 1000
  public init() {}
}

extension BoundaryOptions {
  static let records = 20...1000
  static let queries = 50...1000

  init(_ node: ManifestNode) throws(ManifestError) {
    let members = try node.members(of: "boundary", known: ["records", "queries"])
    if let records = members["records"] {
      self.records = try records.whole(of: "boundary: records", in: Self.records)
    }
    if let queries = members["queries"] {
      self.queries = try queries.whole(of: "boundary: queries", in: Self.queries)
    }
  }
}
