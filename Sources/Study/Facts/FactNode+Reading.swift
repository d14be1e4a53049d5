import Yams

extension FactNode {
  /// The largest file of facts, in bytes.
  public static let largestFile = YAMLGuard.largest

  /// Reads a file of facts.
  ///
  /// - Parameters:
  ///   - text: UTF-8 YAML.
  ///   - file: How messages call the file.
  /// - Throws: ``ManifestError`` with file and line.
  public init(_ text: [UInt8], file: String) throws(ManifestError) {
    try self.init(try ManifestNode.root(of: text, file: file, kind: "a file of facts"), path: "")
  }

  private init(_ node: ManifestNode, path: String) throws(ManifestError) {
    let content: Content
    switch node.node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["", "null", "~"].contains(scalar.string)
      content = isNull ? .null : .scalar(node.value ?? .word(scalar.string), text: scalar.string)
    case .sequence(let sequence):
      var nodes: [FactNode] = []
      for (index, element) in sequence.enumerated() {
        let name = Self.identity(of: element) ?? "\(index + 1)"
        nodes.append(try FactNode(ManifestNode(node: element, file: node.file), path: Self.join(path, name)))
      }
      content = .list(nodes)
    case .mapping(let mapping):
      var members: [(key: String, node: FactNode)] = []
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else { throw node.error("a key must be a word") }
        let child = ManifestNode(node: value, file: node.file)
        members.append((scalar.string, try FactNode(child, path: Self.join(path, scalar.string))))
      }
      content = .mapping(members)
    case .alias: throw node.error("an alias is not allowed here: write it out")
    }
    self.init(content: content, file: node.file, line: node.line ?? 1, path: path)
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? ManifestNode.cut(name) : "\(path): \(ManifestNode.cut(name))"
  }

  private static func identity(of node: Node) -> String? {
    guard case .mapping(let mapping) = node else { return nil }
    for (key, value) in mapping where key.scalar?.string == "id" { return value.scalar?.string }
    return nil
  }
}
