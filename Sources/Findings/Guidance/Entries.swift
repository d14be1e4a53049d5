import Study

/// How books read their entries.
enum Entries {
  /// Each node of a list, read; empty where there is no list.
  static func each<Value>(
    in list: FactNode?, read: (FactNode) throws(ManifestError) -> Value
  ) throws(ManifestError) -> [Value] {
    guard let list else { return [] }
    var values: [Value] = []
    for node in try list.list() { values.append(try read(node)) }
    return values
  }

  /// The same for entries that are named: an `id` may stand once.
  static func named<Value>(
    in list: FactNode, id: KeyPath<Value, String>, read: (FactNode) throws(ManifestError) -> Value
  ) throws(ManifestError) -> [Value] {
    var values: [Value] = []
    for node in try list.list() {
      let value = try read(node)
      let own = value[keyPath: id]
      guard !values.contains(where: { $0[keyPath: id] == own }) else {
        throw node.error("the id '\(own)' stands twice: remove one")
      }
      values.append(value)
    }
    return values
  }
}

extension FactNode {
  /// A list of words of an enumeration, one or more.
  func words<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type
  ) throws(ManifestError) -> [Word] where Word.RawValue == String {
    var words: [Word] = []
    for node in try list() { words.append(try node.word(type)) }
    guard !words.isEmpty else { throw error("is empty: name at least one") }
    return words
  }
}
