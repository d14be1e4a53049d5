import Files
import Yams

/// A place in a card's YAML that knows its key and line.
struct CardNode {
  /// The card's path, for messages.
  let path: String
  /// The keys that lead here.
  let key: String
  private let node: Node

  /// The most bytes of a card.
  static let sizeLimit = 1 << 24
  /// The most bytes of one text of a card.
  static let textLimit = 4096

  /// Reads the whole of a card, which must be a mapping.
  init(_ text: String, path: String) throws(DatasetError) {
    if let line = Self.anchorLine(text) {
      throw .card(path: path, line: line, fault: .notYAML(problem: "an anchor (&), which cards do not have"))
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Self.fault(error, path)
    }
    guard let root, root.mapping != nil else {
      throw .card(path: path, line: 1, fault: .notYAML(problem: "no keys"))
    }
    self.init(path: path, key: "", node: root)
  }

  private init(path: String, key: String, node: Node) {
    self.path = path
    self.key = key
    self.node = node
  }

  var line: Int? { node.mark?.line }

  /// The value of a key, or nil where it is absent or null.
  func optional(_ name: String) -> CardNode? {
    guard let child = child(name), !child.isNull else { return nil }
    return child
  }

  /// The value of a key that must be there, though it may be null.
  func required(_ name: String) throws(DatasetError) -> CardNode {
    guard let child = child(name)
    else { throw .card(path: path, line: line, fault: .missingKey(key.isEmpty ? name : "\(key).\(name)")) }
    return child
  }

  var isNull: Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  var hasKeys: Bool { node.mapping != nil }

  /// The entries of a list.
  func list() throws(DatasetError) -> [CardNode] {
    guard let sequence = node.sequence else { throw wrong("a list") }
    return sequence.enumerated().map { CardNode(path: path, key: "\(key)[\($0)]", node: $1) }
  }

  /// The keys and values of a mapping, in the card's order.
  func pairs() throws(DatasetError) -> [(key: String, value: CardNode)] {
    guard let mapping = node.mapping else { throw wrong("keys with values") }
    return mapping.map { pair in
      let name = pair.key.scalar?.string ?? ""
      return (name, CardNode(path: path, key: "\(key).\(name)", node: pair.value))
    }
  }

  func text() throws(DatasetError) -> String {
    guard let text = node.scalar?.string, text.utf8.count <= Self.textLimit
    else { throw wrong("one text of at most \(Self.textLimit) bytes") }
    return text
  }

  func whole(_ range: ClosedRange<Int>) throws(DatasetError) -> Int {
    guard let value = Int(try text()), range.contains(value)
    else { throw wrong("a whole number in \(range.lowerBound)...\(range.upperBound)") }
    return value
  }

  func number() throws(DatasetError) -> Double {
    guard let value = Double(try text()), value.isFinite else { throw wrong("a number") }
    return value
  }

  /// The error that says what the value must be.
  func wrong(_ needed: String) -> DatasetError {
    let found = node.scalar?.string ?? (node.sequence == nil ? "keys with values" : "a list")
    return .card(path: path, line: line, fault: .wrongValue(key: key, found: found, needed: needed))
  }

  private func child(_ name: String) -> CardNode? {
    guard let pair = node.mapping?.first(where: { $0.key.scalar?.string == name }) else { return nil }
    return CardNode(path: path, key: key.isEmpty ? name : "\(key).\(name)", node: pair.value)
  }

  /// The first line with what may be an anchor, in quotes or not: a few of them, repeating each other, unfold to lists
  /// that no parser gets to the end of.
  private static func anchorLine(_ text: String) -> Int? {
    var line = 1
    var last = UInt8(ascii: "\n")
    var isOpen = false
    for byte in text.utf8 {
      if isOpen, isWord(byte) { return line }
      // An anchor cannot follow a word or a closing quote.
      isOpen = byte == UInt8(ascii: "&") && !isWord(last) && last != UInt8(ascii: "\"") && last != UInt8(ascii: "'")
      if byte == UInt8(ascii: "\n") { line += 1 }
      last = byte
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func fault(_ error: any Error, _ path: String) -> DatasetError {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      .card(path: path, line: mark.line, fault: .notYAML(problem: problem))
    case YamlError.duplicatedKeysInMapping(let duplicates, _):
      .card(
        path: path, line: nil,
        fault: .notYAML(problem: "keys twice: \(duplicates.map(\.excerpt).sorted().joined(separator: ", "))"))
    default:
      .card(path: path, line: nil, fault: .notYAML(problem: "\(error)".excerpt))
    }
  }
}
