/// A piece of a file of facts, with the file and line it stands at and the way to it, for messages.
///
/// A consultant's file is laid over the house's of the same name before anything is read: see ``laid(over:)``.
public struct FactNode: Sendable {
  public indirect enum Content: Sendable {
    /// The value, and the text as written.
    case scalar(ParameterValue, text: String)
    case list([FactNode])
    /// In the order of the file; keys are unique.
    case mapping([(key: String, node: FactNode)])
    case null
  }

  public let content: Content
  public let file: String
  public let line: Int
  /// Such as `regulations: sg-pdpa: penalty-rules`.
  public let path: String

  init(content: Content, file: String, line: Int, path: String) {
    self.content = content
    self.file = file
    self.line = line
    self.path = path
  }

  public func error(_ message: String) -> ManifestError {
    ManifestError(file: file, line: line, message: path.isEmpty ? message : "\(path): \(message)")
  }

  /// A member of a mapping; nil where there is none or it is null.
  public subscript(key: String) -> FactNode? {
    guard case .mapping(let members) = content,
      let node = members.first(where: { $0.key == key })?.node
    else { return nil }
    if case .null = node.content { return nil }
    return node
  }

  /// The same, needed.
  public func member(_ key: String) throws(ManifestError) -> FactNode {
    guard let node = self[key] else { throw error("has no '\(key)': add it") }
    return node
  }

  /// The members of a mapping, in the order of the file.
  public func members() throws(ManifestError) -> [(key: String, node: FactNode)] {
    guard case .mapping(let members) = content else { throw error("must be a mapping") }
    return members
  }

  /// Refuses keys that nothing reads.
  public func allow(_ keys: [String]) throws(ManifestError) {
    for (key, node) in try members() where !keys.contains(key) {
      let hint = Nearest.hint(for: key, in: keys)
      throw ManifestError(
        file: node.file, line: node.line,
        message: "\(path.isEmpty ? "the file" : path) has no key '\(ManifestNode.cut(key))'\(hint)")
    }
  }

  public func list() throws(ManifestError) -> [FactNode] {
    guard case .list(let nodes) = content else { throw error("must be a list") }
    return nodes
  }

  /// A list of texts, or one text as a list of one.
  public func texts() throws(ManifestError) -> [String] {
    guard case .list(let nodes) = content else { return [try text()] }
    var result: [String] = []
    for node in nodes { result.append(try node.text()) }
    return result
  }

  /// Characters that one text may have.
  public static let longestText = 4_000

  public func text() throws(ManifestError) -> String {
    guard case .scalar(_, let text) = content else { throw error("must be text") }
    guard !text.isEmpty, text.count <= Self.longestText else {
      throw error("must have 1 to \(Self.longestText) characters, not \(text.count)")
    }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw error("holds a control character")
    }
    guard !text.unicodeScalars.contains(where: Self.isHidden) else {
      throw error("holds a character that is invisible or turns the reading direction: take it out")
    }
    guard text.allSatisfy({ !Self.isMarkedSign($0) }) else {
      throw error("holds a quotation mark or bracket that carries an accent: take the accent off")
    }
    return text
  }

  /// Zero-width characters but the joiners that scripts need, controls of direction, tags.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// A sign of markup that a renderer takes for another character because something is joined to it.
  private static func isMarkedSign(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    return scalars.count > 1 && scalars.contains { ["<", ">", "&", "\"", "'"].contains($0) }
  }

  public func number(in range: ClosedRange<Double>) throws(ManifestError) -> Double {
    let given: Double? =
      switch content {
      case .scalar(.whole(let whole), _): Double(whole)
      case .scalar(.number(let number), _): number
      default: nil
      }
    guard let given, range.contains(given) else {
      throw error(
        "must be a number from \(ParameterValue.number(range.lowerBound)) to "
          + "\(ParameterValue.number(range.upperBound))")
    }
    return given
  }

  public func whole(in range: ClosedRange<Int>) throws(ManifestError) -> Int {
    guard case .scalar(.whole(let whole), _) = content, range.contains(whole) else {
      throw error("must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return whole
  }

  public func flag() throws(ManifestError) -> Bool {
    guard case .scalar(.flag(let flag), _) = content else { throw error("must be true or false") }
    return flag
  }

  /// One of the words of an enumeration.
  public func word<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type
  ) throws(ManifestError) -> Word where Word.RawValue == String {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue)
      throw error("cannot be '\(ManifestNode.cut(text))'\(Nearest.hint(for: text, in: known))")
    }
    return word
  }

  /// `{low, likely, high}` in order, or one number.
  public func spread(in range: ClosedRange<Double>) throws(ManifestError) -> Spread {
    guard case .mapping = content else { return Spread(try number(in: range)) }
    let low = try member("low").number(in: range)
    let likely = try member("likely").number(in: range)
    let high = try member("high").number(in: range)
    guard low <= likely, likely <= high else { throw error("must have low <= likely <= high") }
    return Spread(low: low, likely: likely, high: high)
  }
}
