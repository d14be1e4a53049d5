/// What stands on an audit's report and how its tables' columns are called, as a client's YAML file says it.
public struct AuditManifest: Equatable, Sendable {
  /// Names the output folder: letters, digits, `_`, `-` and `.`; nil where the file's name does.
  public var name: String?
  /// `yyyy-mm-dd`.
  public var date: String?
  public var seed: UInt64?
  public var report = DocumentControl()
  public var engagement: Engagement?
  /// The names of columns by their roles, in the order of roles.
  public var columns: [String: String] = [:]

  public init() {}

  /// Reads `name`, `date`, `seed`, `report`, `engagement` as a manifest has them, and `columns: {id: person, p_: prob_}`.
  ///
  /// - Parameters:
  ///   - text: UTF-8 YAML.
  ///   - file: How messages call the file.
  ///   - roles: The roles that columns may have.
  /// - Throws: ``ManifestError`` with file, line and column.
  public init(_ text: [UInt8], file: String, roles: [String]) throws(ManifestError) {
    let root = try ManifestNode.root(of: text, file: file, kind: "a manifest")
    let members = try root.members(
      of: "the manifest", known: ["name", "date", "seed", "report", "engagement", "columns"])
    name = try members["name"].map { node throws(ManifestError) in try Manifest.name(node) }
    date = try members["date"].map { node throws(ManifestError) in try Manifest.date(node) }
    seed = try members["seed"].map { node throws(ManifestError) in
      UInt64(try node.whole(of: "seed", in: 0...Int.max))
    }
    report = try members["report"]?.documentControl() ?? DocumentControl()
    engagement = try members["engagement"]?.engagement()
    guard let node = members["columns"] else { return }
    for (role, name) in try node.members(of: "columns", known: roles) {
      columns[role] = try name.text(of: "columns: \(role)", longest: 200)
    }
  }
}
