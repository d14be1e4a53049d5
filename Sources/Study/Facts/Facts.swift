/// The facts that ratings, costs, law and guidance rest on: the house's files, a consultant's laid over them.
///
/// No figure of law or money stands in code; each entry says where it comes from (``FactOrigin``).
public struct Facts: Sendable {
  /// The files of a folder of facts, by their names without `.yaml`.
  public enum File: String, CaseIterable, Sendable {
    case rating, sharing, costs, regulation, remedies, monitoring, frameworks, vendors, encryption
    case lifeCycle = "life-cycle"
    case regulationContext = "regulation-context"

    public var name: String { rawValue + ".yaml" }
  }

  private let roots: [File: FactNode]

  /// One file as it was read.
  public struct Text: Sendable {
    public let file: File
    /// How messages call it.
    public let path: String
    public let bytes: [UInt8]
    public init(file: File, path: String, bytes: [UInt8]) {
      self.file = file
      self.path = path
      self.bytes = bytes
    }
  }

  /// - Parameters:
  ///   - house: Every file once.
  ///   - client: Those that the client's folder has.
  /// - Throws: ``ManifestError`` if a file is no YAML or an entry of the client's has no origin.
  public init(house: [Text], client: [Text] = []) throws(ManifestError) {
    var roots: [File: FactNode] = [:]
    for text in house { roots[text.file] = try FactNode(text.bytes, file: text.path) }
    for text in client {
      let own = try FactNode(text.bytes, file: text.path)
      if let base = roots[text.file] { roots[text.file] = try own.laid(over: base) } else { roots[text.file] = own }
    }
    self.roots = roots
  }

  /// The top of a file; an empty mapping where the folder lacks it.
  public subscript(file: File) -> FactNode {
    roots[file] ?? FactNode(content: .mapping([]), file: file.name, line: 1, path: "")
  }
}
