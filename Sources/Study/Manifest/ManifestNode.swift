import Yams

/// A piece of a manifest that knows where it stands, so that each refusal names line and column.
struct ManifestNode {
  let node: Node
  let file: String

  func error(_ message: String) -> ManifestError {
    ManifestError(file: file, line: node.mark?.line, column: node.mark?.column, message: message)
  }

  /// What it is, for messages; long or multi-line values are cut.
  var shown: String {
    switch node {
    case .scalar(let scalar): "'" + ManifestNode.cut(scalar.string) + "'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  static func cut(_ text: String) -> String {
    let plain = text.unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
    return String(plain) + (text.unicodeScalars.count > 60 ? "…" : "")
  }

  /// The members of a mapping, in order.
  ///
  /// - Parameter known: The keys allowed.
  func members(of what: String, known: [String]) throws(ManifestError) -> [String: ManifestNode] {
    guard case .mapping(let mapping) = node else { throw error("\(what) must be a mapping, not \(shown)") }
    var result: [String: ManifestNode] = [:]
    for (key, value) in mapping {
      let keyNode = ManifestNode(node: key, file: file)
      guard case .scalar(let scalar) = key else { throw keyNode.error("a key of \(what) must be a word") }
      guard known.contains(scalar.string) else {
        let hint = Nearest.hint(for: scalar.string, in: known)
        throw keyNode.error("\(what) has no key '\(Self.cut(scalar.string))'\(hint)")
      }
      result[scalar.string] = ManifestNode(node: value, file: file)
    }
    return result
  }

  func list(of what: String) throws(ManifestError) -> [ManifestNode] {
    guard case .sequence(let sequence) = node else { throw error("\(what) must be a list, not \(shown)") }
    guard !sequence.isEmpty else { throw error("\(what) is empty: name at least one") }
    guard sequence.count <= Self.longestList else {
      throw error("\(what) has \(sequence.count) entries; at most \(Self.longestList) are allowed")
    }
    return sequence.map { ManifestNode(node: $0, file: file) }
  }

  static let longestList = 1_000

  func text(of what: String, longest: Int) throws(ManifestError) -> String {
    guard case .scalar(let scalar) = node else { throw error("\(what) must be text, not \(shown)") }
    guard !scalar.string.isEmpty, scalar.string.count <= longest else {
      throw error("\(what) must have 1 to \(longest) characters, not \(scalar.string.count)")
    }
    guard scalar.string.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw error("\(what) holds a control character")
    }
    return scalar.string
  }

  func whole(of what: String, in range: ClosedRange<Int>) throws(ManifestError) -> Int {
    guard case .whole(let value)? = value, range.contains(value) else {
      throw error("\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound), not \(shown)")
    }
    return value
  }

  /// The node as a parameter value; nil for mappings and anything nested deeper than a list of lists.
  var value: ParameterValue? { value(depth: 0) }

  private func value(depth: Int) -> ParameterValue? {
    switch node {
    case .scalar(let scalar): return Self.resolve(scalar)
    case .sequence(let sequence) where depth < 2 && sequence.count <= Self.longestList:
      var values: [ParameterValue] = []
      for element in sequence {
        guard let value = ManifestNode(node: element, file: file).value(depth: depth + 1) else { return nil }
        values.append(value)
      }
      return .list(values)
    default: return nil
    }
  }

  /// Only plain scalars are numbers or truths; YAML 1.1's `yes`, `on`, octals and base 60 stay words.
  private static func resolve(_ scalar: Node.Scalar) -> ParameterValue {
    guard scalar.style == .plain || scalar.style == .any else { return .word(scalar.string) }
    if scalar.string == "true" { return .flag(true) }
    if scalar.string == "false" { return .flag(false) }
    let numeric = scalar.string.utf8.allSatisfy { "+-.eE0123456789".utf8.contains($0) }
    if numeric, let whole = Int(scalar.string) { return .whole(whole) }
    if numeric, let number = Double(scalar.string), number.isFinite { return .number(number) }
    return .word(scalar.string)
  }
}
