/// A fact that says itself where it comes from.
public struct StatedFact: Equatable, Sendable {
  public let file: Facts.File
  /// The way to it in the file, such as `remedies: dp-sgd: effort-days`.
  public let path: String
  public let origin: FactOrigin
}

extension Facts {
  /// Every entry, and every figure in one, that states an origin of its own, in the order of the files.
  ///
  /// What is no origin after all is passed over: the books of the files refuse it.
  public func inventory() -> [StatedFact] {
    var found: [StatedFact] = []
    for file in File.allCases {
      for (path, origin) in self[file].origins(inherited: nil) {
        found.append(StatedFact(file: file, path: path, origin: origin))
      }
    }
    return found
  }
}

extension FactNode {
  fileprivate func origins(inherited: FactOrigin?) -> [(path: String, origin: FactOrigin)] {
    switch content {
    case .scalar, .null: return []
    case .list(let nodes):
      var found: [(path: String, origin: FactOrigin)] = []
      for node in nodes { found += node.origins(inherited: inherited) }
      return found
    case .mapping(let members):
      var found: [(path: String, origin: FactOrigin)] = []
      var own = inherited
      let statesOwn = FactOrigin.keys.contains { self[$0] != nil }
      if statesOwn, let origin = try? FactOrigin(self, inheriting: inherited) {
        found.append((path, origin))
        own = origin
      }
      for (key, node) in members where !FactOrigin.keys.contains(key) { found += node.origins(inherited: own) }
      return found
    }
  }
}
