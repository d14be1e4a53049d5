extension FactNode {
  /// This file laid over another: what a consultant states beside the house's facts.
  ///
  /// Mappings are joined key by key. Lists of entries (mappings with an `id`) are joined by `id`: an entry of the same
  /// `id` changes the members that it names, a new one stands last. Anything else takes the place of what was there.
  /// Each entry of this file must vouch for itself with ``FactOrigin``'s keys, so that a changed figure is never printed
  /// under the house's source: a figure in it that had a source of its own falls back on the entry's.
  ///
  /// - Throws: ``ManifestError`` if an entry has no origin or an `id` stands twice.
  public func laid(over base: FactNode) throws(ManifestError) -> FactNode {
    try vouch()
    return try merged(over: base)
  }

  private var identity: String? {
    guard case .scalar(_, let text)? = self["id"]?.content else { return nil }
    return text
  }

  /// Of entries that stand in no other entry.
  private func vouch() throws(ManifestError) {
    if identity != nil {
      _ = try FactOrigin(self)
      return
    }
    switch content {
    case .list(let nodes): for node in nodes { try node.vouch() }
    case .mapping(let members): for (_, node) in members { try node.vouch() }
    case .scalar, .null: break
    }
  }

  private func merged(over base: FactNode) throws(ManifestError) -> FactNode {
    switch (content, base.content) {
    case (.mapping(let own), .mapping(var members)):
      // A figure inside an entry may have a source of its own, which does not vouch for what is changed here. That of a
      // whole file stays: entries that change vouch for themselves.
      if !path.isEmpty, self["source"] == nil, base["source"] != nil {
        members.removeAll { FactOrigin.keys.contains($0.key) }
      }
      for (key, node) in own {
        if let place = members.firstIndex(where: { $0.key == key }) {
          members[place].node = try node.merged(over: members[place].node)
        } else {
          members.append((key, node))
        }
      }
      return FactNode(content: .mapping(members), file: file, line: line, path: path)
    case (.list(let own), .list(var entries)) where !own.isEmpty && own.allSatisfy({ $0.identity != nil }):
      var seen: [String] = []
      for node in own {
        let identity = node.identity ?? ""
        guard !seen.contains(identity) else { throw node.error("the id '\(identity)' stands twice: remove one") }
        seen.append(identity)
        if let place = entries.firstIndex(where: { $0.identity == identity }) {
          entries[place] = try node.merged(over: entries[place])
        } else {
          entries.append(node)
        }
      }
      return FactNode(content: .list(entries), file: base.file, line: base.line, path: path)
    default: return self
    }
  }
}
